-- What resellers earn: a statement per month, the document issued for it in the reseller's name, what is carried on.
CREATE TABLE compensation_statement (
    number         varchar(40) PRIMARY KEY,
    reseller_id    uuid NOT NULL REFERENCES organisation (id),
    programme      varchar(40) NOT NULL,
    policy_version int NOT NULL,
    month          date NOT NULL CHECK (extract(day FROM month) = 1),
    currency       char(3) NOT NULL,
    month_net      numeric(19, 4) NOT NULL, -- what its documents come to without VAT; the rate follows from it
    rate           numeric(9, 6) NOT NULL,
    carry_in       numeric(19, 4) NOT NULL,
    month_total    numeric(19, 4) NOT NULL, -- sum of the lines as they count now
    payable        numeric(19, 4) NOT NULL CHECK (payable >= 0),
    carry_out      numeric(19, 4) NOT NULL,
    status         varchar(20) NOT NULL CHECK (status IN ('DRAWN_UP', 'SENT', 'DISPUTED', 'DECIDED', 'CARRIED', 'ISSUED', 'WITHDRAWN')),
    drawn_up_at    timestamptz NOT NULL,
    sent_on        date,
    dispute_until  date, -- last day
    settled_at     timestamptz,
    CHECK (month_total + carry_in = payable + carry_out),
    CHECK ((status = 'DRAWN_UP') = (sent_on IS NULL)),
    -- a month is compensated once; also serves the reseller's list
    UNIQUE (reseller_id, programme, currency, month)
);
CREATE INDEX compensation_statement_reseller ON compensation_statement (reseller_id, month DESC, number); -- the reseller's list

-- One line per document; a document earns once, for one reseller (HA-5).
CREATE TABLE compensation_line (
    statement     varchar(40) NOT NULL REFERENCES compensation_statement (number),
    position      int NOT NULL,
    document      varchar(40) NOT NULL UNIQUE REFERENCES invoice (number),
    document_kind varchar(20) NOT NULL CHECK (document_kind IN ('INVOICE', 'CREDIT_NOTE')),
    document_date date NOT NULL,
    counts_on     date NOT NULL, -- the day that puts it into the month
    customer_name varchar(200) NOT NULL,
    net           numeric(19, 4) NOT NULL, -- a credit note's is negative
    rate          numeric(9, 6) NOT NULL, -- a credit note has the one its invoice earned at
    amount        numeric(19, 4) NOT NULL,
    formula       varchar(400) NOT NULL,
    PRIMARY KEY (statement, position)
);
CREATE TRIGGER compensation_line_immutable BEFORE UPDATE OR DELETE ON compensation_line
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- A line that counts with another amount than the one drawn up; the last round counts.
CREATE TABLE compensation_correction (
    statement    varchar(40) NOT NULL,
    position     int NOT NULL,
    round        int NOT NULL CHECK (round > 0),
    amount       numeric(19, 4) NOT NULL,
    reason       varchar(2000) NOT NULL,
    corrected_by varchar(254) NOT NULL,
    corrected_at timestamptz NOT NULL,
    PRIMARY KEY (statement, position, round),
    FOREIGN KEY (statement, position) REFERENCES compensation_line (statement, position)
);
CREATE TRIGGER compensation_correction_immutable BEFORE UPDATE OR DELETE ON compensation_correction
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- What a reseller has against a statement; once per statement.
CREATE TABLE statement_dispute (
    statement   varchar(40) PRIMARY KEY REFERENCES compensation_statement (number),
    reason      varchar(2000) NOT NULL,
    disputed_by varchar(254) NOT NULL,
    disputed_at timestamptz NOT NULL,
    problem     varchar(2000), -- why the desk's last decision could not be carried out
    decision    varchar(20) CHECK (decision IN ('UPHELD', 'CORRECTED', 'REJECTED')),
    answer      varchar(2000),
    decided_by  varchar(254),
    decided_at  timestamptz,
    CHECK ((decision IS NULL) = (answer IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
CREATE TABLE statement_dispute_line (
    statement varchar(40) NOT NULL REFERENCES statement_dispute (statement),
    position  int NOT NULL,
    expected  numeric(19, 4), -- what the reseller says it should be; null if it does not say
    reason    varchar(400) NOT NULL,
    PRIMARY KEY (statement, position),
    FOREIGN KEY (statement, position) REFERENCES compensation_line (statement, position)
);
CREATE TRIGGER statement_dispute_line_immutable BEFORE UPDATE OR DELETE ON statement_dispute_line
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- What a settled statement leaves for a later one: less than nothing (HA-3) or too little to pay out (HA-4). Taken once.
CREATE TABLE compensation_carry (
    origin      varchar(40) PRIMARY KEY REFERENCES compensation_statement (number),
    reseller_id uuid NOT NULL REFERENCES organisation (id),
    programme   varchar(40) NOT NULL,
    currency    char(3) NOT NULL,
    amount      numeric(19, 4) NOT NULL CHECK (amount <> 0),
    taken_by    varchar(40) REFERENCES compensation_statement (number) DEFERRABLE INITIALLY DEFERRED CHECK (taken_by <> origin)
);
CREATE INDEX compensation_carry_open ON compensation_carry (reseller_id, programme, currency) WHERE taken_by IS NULL; -- the run

-- Self-billed: the reseller sells, the vendor writes (C-23). Gapless per series and year, never changed.
CREATE TABLE compensation_document (
    number       varchar(40) PRIMARY KEY,
    kind         varchar(20) NOT NULL CHECK (kind IN ('SELF_BILLED', 'SELF_BILLED_CREDIT')),
    statement    varchar(40) NOT NULL REFERENCES compensation_statement (number),
    round        int NOT NULL CHECK (round > 0),
    credits      varchar(40) UNIQUE REFERENCES compensation_document (number),
    reason       varchar(2000), -- why it takes another back
    issue_date   date NOT NULL,
    issued_at    timestamptz NOT NULL,
    reseller_id  uuid NOT NULL REFERENCES organisation (id),
    currency     char(3) NOT NULL,
    net          numeric(19, 4) NOT NULL,
    vat          numeric(19, 4) NOT NULL,
    gross        numeric(19, 4) NOT NULL,
    vat_category varchar(2) NOT NULL,
    vat_rate     numeric(9, 6) NOT NULL,
    vat_reason   varchar(40) NOT NULL,
    seller       text NOT NULL, -- the reseller as it was that day, JSON
    buyer        text NOT NULL, -- the vendor as it was that day, JSON
    CHECK (gross = net + vat),
    CHECK ((kind = 'SELF_BILLED_CREDIT') = (credits IS NOT NULL)),
    UNIQUE (statement, round, kind) -- a statement is billed once a round
);
CREATE INDEX compensation_document_reseller ON compensation_document (reseller_id, number); -- the reseller's documents
CREATE TRIGGER compensation_document_immutable BEFORE UPDATE OR DELETE ON compensation_document
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

CREATE TABLE compensation_document_line (
    document    varchar(40) NOT NULL REFERENCES compensation_document (number),
    position    int NOT NULL,
    description varchar(400) NOT NULL,
    formula     varchar(400) NOT NULL,
    net         numeric(19, 4) NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE TRIGGER compensation_document_line_immutable BEFORE UPDATE OR DELETE ON compensation_document_line
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- What was taken from a document to pay the reseller's own overdue invoices.
CREATE TABLE compensation_set_off (
    document varchar(40) NOT NULL REFERENCES compensation_document (number),
    invoice  varchar(40) NOT NULL REFERENCES invoice (number),
    amount   numeric(19, 4) NOT NULL CHECK (amount > 0),
    at       timestamptz NOT NULL,
    PRIMARY KEY (document, invoice)
);
CREATE TRIGGER compensation_set_off_immutable BEFORE UPDATE OR DELETE ON compensation_set_off
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- The desk takes a document back; the last round's reason stands on the credit.
CREATE TABLE statement_withdrawal (
    statement    varchar(40) NOT NULL REFERENCES compensation_statement (number),
    round        int NOT NULL CHECK (round > 0),
    reason       varchar(2000) NOT NULL,
    billed_anew  boolean NOT NULL, -- with corrected amounts
    withdrawn_by varchar(254) NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    PRIMARY KEY (statement, round)
);
CREATE TRIGGER statement_withdrawal_immutable BEFORE UPDATE OR DELETE ON statement_withdrawal
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
