-- What tax offices and clerks have said about VAT ids. Append only; the last row of an organisation counts as long as it
-- holds and the organisation still has that VAT id.
CREATE TABLE vat_id_check (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation        uuid NOT NULL REFERENCES organisation (id),
    vat_id              varchar(20),                     -- null if it had none when a clerk decided
    result              varchar(20) NOT NULL CHECK (result IN ('VALID', 'INVALID', 'CONFIRMED', 'WAIVED')),
    checked_at          timestamptz NOT NULL,
    holds_until         timestamptz NOT NULL CHECK (holds_until >= checked_at),
    answered_by         varchar(100) NOT NULL,           -- register, or the desk
    consultation_number varchar(64),                     -- the register's receipt
    registered_name     varchar(200),
    evidence            varchar(2000),                   -- what the clerk has seen
    CHECK (result IN ('VALID', 'INVALID') OR evidence IS NOT NULL),
    CHECK (result = 'WAIVED' OR vat_id IS NOT NULL)
);
CREATE INDEX vat_id_check_organisation ON vat_id_check (organisation, id DESC); -- the last word about an organisation
CREATE TRIGGER vat_id_check_append_only BEFORE UPDATE OR DELETE ON vat_id_check
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Organisations whose VAT id a register was asked about and has not answered yet.
CREATE TABLE vat_id_outage (
    organisation uuid PRIMARY KEY REFERENCES organisation (id),
    since        timestamptz NOT NULL,
    tries        int NOT NULL CHECK (tries > 0),
    problem      varchar(500) NOT NULL
);
