-- What decision tables have decided for a case: on which inputs, by which rule of which version. Append only.
-- Each version that has ever decided something, with its text: the log can be read whatever the engine still keeps.
CREATE TABLE decision_edition (
    id       uuid PRIMARY KEY,             -- made from the three columns below
    decision varchar(100) NOT NULL,
    version  int NOT NULL CHECK (version > 0),
    source   text NOT NULL                 -- the file, DMN
);
CREATE TRIGGER decision_edition_append_only BEFORE UPDATE OR DELETE ON decision_edition
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

CREATE TABLE decision_entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decided_at timestamptz NOT NULL,
    edition    uuid NOT NULL REFERENCES decision_edition (id),
    decision   varchar(100) NOT NULL,      -- as in its edition
    version    int NOT NULL CHECK (version > 0),
    about      varchar(64) NOT NULL,       -- number of the case
    part       varchar(200),               -- which part of it: a product, a serial number; null for the whole
    inputs     jsonb NOT NULL,
    rules      int[] NOT NULL,             -- that hit, counted from 1
    outputs    jsonb NOT NULL
);
CREATE INDEX decision_entry_about ON decision_entry (about, id);             -- what was decided for one case
CREATE INDEX decision_entry_table ON decision_entry (decision, decided_at DESC, id DESC); -- one table's decisions of a period: the list, and what a changed table would have decided
CREATE INDEX decision_entry_at ON decision_entry (decided_at DESC, id DESC); -- the list of everything, latest first
CREATE TRIGGER decision_entry_append_only BEFORE UPDATE OR DELETE ON decision_entry
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
