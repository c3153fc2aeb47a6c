-- Who did what, when and on whose behalf. Append only.
CREATE TABLE audit_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor        varchar(254) NOT NULL,
    on_behalf_of varchar(64),
    action       varchar(64) NOT NULL,
    subject      varchar(64) NOT NULL,
    detail       varchar(4000)
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id); -- history of one order, trial, organisation
CREATE INDEX audit_entry_at ON audit_entry (at);               -- everything of one day
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
