-- What the bank says about a movement that belongs to a direct debit, and what was put on invoices because of one.
ALTER TABLE bank_entry ADD COLUMN batch varchar(35);         -- what we called the debits that were credited as one
ALTER TABLE bank_entry ADD COLUMN return_reason varchar(35); -- why money goes back, as banks code it
ALTER TABLE payment DROP CONSTRAINT payment_kind_check;
ALTER TABLE payment ADD CONSTRAINT payment_kind_check CHECK (kind IN ('BANK', 'DEBIT', 'SET_OFF', 'ON_ACCOUNT', 'RETURN'));

-- One amount that is or was to be collected from a customer. It is announced with the contract, before there is an invoice,
-- or by the invoice itself.
CREATE TABLE debit (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source         varchar(100) NOT NULL UNIQUE, -- what it is for, so that nothing is collected twice
    order_number   varchar(40) NOT NULL REFERENCES customer_order (number),
    subscription   varchar(40) REFERENCES subscription (number),
    mandate        varchar(35) NOT NULL REFERENCES sepa_mandate (reference),
    debtor         uuid NOT NULL REFERENCES organisation (id),
    reseller       uuid NOT NULL REFERENCES organisation (id),
    period_from    date,                         -- null for what is charged once
    due_date       date NOT NULL,
    currency       char(3) NOT NULL,
    amount         numeric(19, 4) NOT NULL CHECK (amount > 0),
    invoice        varchar(40) REFERENCES invoice (number), -- null until it is issued
    announced_on   date NOT NULL,
    collection_day date NOT NULL,
    status         varchar(20) NOT NULL CHECK (status IN (
                       'ANNOUNCED', 'RETRYING', 'IN_FILE', 'COLLECTED', 'RETURNED', 'CANCELLED')),
    returns        int NOT NULL DEFAULT 0 CHECK (returns >= 0),
    reason         varchar(40),                  -- why it came back last, or why it is not collected
    ended_on       date                          -- when it was left out
);
CREATE INDEX debit_due ON debit (collection_day, currency) WHERE status IN ('ANNOUNCED', 'RETRYING'); -- the nightly run
CREATE INDEX debit_order ON debit (order_number, due_date);                                         -- the contract's page
CREATE INDEX debit_invoice ON debit (invoice) WHERE invoice IS NOT NULL;                            -- how an invoice is paid
CREATE INDEX debit_left_out ON debit (ended_on) WHERE status = 'CANCELLED';                         -- what a release task shows

-- What was announced to a customer at once, each time with a letter.
CREATE TABLE debit_schedule (
    order_number varchar(40) NOT NULL REFERENCES customer_order (number),
    revision     int NOT NULL CHECK (revision > 0),
    announced_on date NOT NULL,
    PRIMARY KEY (order_number, revision)
);

-- One file to the bank: what is collected on one day in one currency.
CREATE TABLE debit_collection (
    number         varchar(30) PRIMARY KEY, -- DD-…, also the file's message id
    currency       char(3) NOT NULL,
    status         varchar(20) NOT NULL CHECK (status IN ('PREPARED', 'RELEASED', 'COLLECTED', 'POSTPONED', 'REFUSED')),
    collection_day date NOT NULL,
    debits         int NOT NULL CHECK (debits > 0),
    control_sum    numeric(19, 4) NOT NULL CHECK (control_sum > 0),
    prepared_at    timestamptz NOT NULL,
    decided_by     varchar(254),
    note           varchar(2000),
    ended_at       timestamptz
);
CREATE INDEX debit_collection_latest ON debit_collection (prepared_at DESC); -- the staff's list

-- A debit in a file. The same debit is presented again only after it came back, or after its file was not carried out.
CREATE TABLE debit_presentation (
    collection     varchar(30) NOT NULL REFERENCES debit_collection (number) DEFERRABLE INITIALLY DEFERRED,
    position       int NOT NULL CHECK (position > 0),
    debit          bigint NOT NULL REFERENCES debit (id),
    end_to_end     varchar(35) NOT NULL UNIQUE, -- what the bank calls it when it comes back
    sequence       char(4) NOT NULL CHECK (sequence IN ('FRST', 'RCUR')),
    mandate        varchar(35) NOT NULL REFERENCES sepa_mandate (reference),
    signed_on      date NOT NULL,
    account_holder varchar(70) NOT NULL,
    iban           varchar(34) NOT NULL,
    bic            varchar(11),
    amount         numeric(19, 4) NOT NULL CHECK (amount > 0),
    text           varchar(140) NOT NULL,
    credited_on    date,
    returned_on    date,
    reason         varchar(40),
    given_back     boolean NOT NULL DEFAULT false, -- its file was not carried out
    PRIMARY KEY (collection, position),
    CHECK ((returned_on IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX debit_presentation_once ON debit_presentation (debit) WHERE returned_on IS NULL AND NOT given_back;
CREATE INDEX debit_presentation_mandate ON debit_presentation (mandate) WHERE returned_on IS NULL AND NOT given_back; -- first or recurrent
CREATE INDEX debit_presentation_debit ON debit_presentation (debit); -- what became of a debit

CREATE TABLE debit_file (
    collection varchar(30) PRIMARY KEY REFERENCES debit_collection (number),
    content    bytea NOT NULL,
    sha256     char(64) NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
    written_at timestamptz NOT NULL
);
CREATE TRIGGER debit_file_immutable BEFORE UPDATE OR DELETE ON debit_file
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Invoices nobody has to be reminded of: they are being collected. Asked by dunning, which stands below debits.
CREATE VIEW invoice_being_collected AS
SELECT invoice FROM debit WHERE invoice IS NOT NULL AND status IN ('ANNOUNCED', 'RETRYING', 'IN_FILE');
