-- What happens to an invoice that is not paid. One row is one case of processes/dunning.bpmn; its steps are fixed when it begins.
CREATE TABLE dunning (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number             varchar(40) UNIQUE, -- DU-…; null until its process begins
    invoice            varchar(40) NOT NULL REFERENCES invoice (number),
    payer              uuid NOT NULL REFERENCES organisation (id),
    status             varchar(20) NOT NULL CHECK (status IN ('DUE', 'REMINDING', 'BLOCKED', 'GRANTED', 'CLOSED')),
    found_on           date NOT NULL,
    second_reminder_on date NOT NULL,
    block_on           date NOT NULL CHECK (block_on >= second_reminder_on),
    granted_until      date,
    note               varchar(2000),
    closed_at          timestamptz,
    version            bigint NOT NULL DEFAULT 0,
    CHECK ((status = 'DUE') = (number IS NULL) OR status = 'CLOSED'),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX dunning_once ON dunning (invoice) WHERE status <> 'CLOSED'; -- one at a time
CREATE INDEX dunning_due ON dunning (id) WHERE status = 'DUE';                  -- the next portion to begin
CREATE INDEX dunning_payer ON dunning (payer) WHERE status <> 'CLOSED';         -- the payer's notice, the desk's list
