-- Who can order nothing new, and because of what. One row per unpaid invoice; nobody is blocked without one.
CREATE TABLE order_block (
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    invoice         varchar(40) NOT NULL REFERENCES invoice (number),
    since           timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, invoice)
);

-- A file of the bank: read first, shown, and booked only when somebody says so.
CREATE TABLE bank_statement (
    number       varchar(40) PRIMARY KEY,
    sha256       char(64) NOT NULL UNIQUE, -- the same file again is the same statement
    file_name    varchar(255) NOT NULL,
    format       varchar(20) NOT NULL CHECK (format IN ('CAMT', 'CSV')),
    account      varchar(34) NOT NULL,
    bank_id      varchar(140) NOT NULL,    -- what the bank calls it
    status       varchar(20) NOT NULL CHECK (status IN ('READ', 'BOOKING', 'BOOKED')),
    entries      int NOT NULL CHECK (entries >= 0),
    pending      int NOT NULL CHECK (pending >= 0), -- entries the bank had not booked yet; they come again when it has
    read_by      varchar(254) NOT NULL,
    read_at      timestamptz NOT NULL,
    confirmed_by varchar(254),
    confirmed_at timestamptz,
    booked_at    timestamptz,
    version      bigint NOT NULL,
    CHECK ((status = 'READ') = (confirmed_by IS NULL)),
    CHECK ((status = 'BOOKED') = (booked_at IS NOT NULL))
);
CREATE INDEX bank_statement_newest ON bank_statement (read_at DESC); -- the billing desk's list

-- One movement of the bank account. Amounts are positive; the kind says the direction.
CREATE TABLE bank_entry (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    statement      varchar(40) NOT NULL REFERENCES bank_statement (number) ON DELETE CASCADE,
    position       int NOT NULL,           -- line of a CSV file, entry of an XML one
    account        varchar(34) NOT NULL,
    bank_reference varchar(200) NOT NULL,  -- what the bank calls the entry
    kind           varchar(20) NOT NULL CHECK (kind IN ('RECEIVED', 'RETURNED', 'PAID_OUT')),
    booked_on      date NOT NULL,
    currency       char(3) NOT NULL,
    amount         numeric(19, 4) NOT NULL CHECK (amount > 0),
    payer          varchar(140),
    payer_account  varchar(34),
    text           varchar(2000) NOT NULL,
    end_to_end     varchar(140),           -- what the payer called the transfer
    original       varchar(200),           -- of a returned one: what the bank called the entry that comes back
    returns        bigint UNIQUE REFERENCES bank_entry (id), -- the entry it takes back, once that is found
    named          varchar(64)[] NOT NULL, -- what its text names that can be an invoice, squeezed
    status         varchar(20) NOT NULL CHECK (status IN (
                       'READ', 'KNOWN', 'PAID_OUT', 'MATCHED', 'RETURNED', 'OPEN', 'ASSIGNED', 'ON_ACCOUNT', 'TO_REFUND', 'NOT_OURS')),
    finding        varchar(40),            -- what the matching found
    rest           numeric(19, 4) NOT NULL DEFAULT 0 CHECK (rest >= 0 AND rest <= amount), -- not on an invoice yet
    question       varchar(40) UNIQUE,     -- PM-…, if a person had to look at it
    problem        varchar(500),           -- why the last answer could not be carried out
    note           varchar(2000),
    decided_by     varchar(254),
    decided_at     timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    UNIQUE (statement, position),
    CHECK ((finding IS NULL) = (status = 'READ')),
    CHECK (status <> 'OPEN' OR question IS NOT NULL)
);
-- an entry counts once, in however many files the bank tells it
CREATE UNIQUE INDEX bank_entry_once ON bank_entry (account, bank_reference) WHERE status NOT IN ('READ', 'KNOWN');
CREATE INDEX bank_entry_to_book ON bank_entry (statement, id) WHERE status = 'READ';       -- the next portion to book
CREATE INDEX bank_entry_open ON bank_entry (id) WHERE status = 'OPEN';                     -- what waits for a decision
CREATE INDEX bank_entry_end_to_end ON bank_entry (end_to_end) WHERE end_to_end IS NOT NULL; -- what a returned one takes back
CREATE INDEX bank_entry_payer ON bank_entry (payer_account) WHERE payer_account IS NOT NULL; -- whose account it was before

-- What was paid on an invoice; what came back counts negative. Never changed, a mistake is answered with another row.
CREATE TABLE payment (
    reference   varchar(100) PRIMARY KEY,  -- what brought it, so that nothing counts twice
    kind        varchar(20) NOT NULL CHECK (kind IN ('BANK', 'SET_OFF', 'ON_ACCOUNT', 'RETURN')),
    invoice     varchar(40) NOT NULL REFERENCES invoice (number),
    entry       bigint REFERENCES bank_entry (id),
    amount      numeric(19, 4) NOT NULL CHECK (amount <> 0),
    currency    char(3) NOT NULL,
    received_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    CHECK ((kind = 'RETURN') = (amount < 0))
);
CREATE INDEX payment_invoice ON payment (invoice) INCLUDE (amount); -- what is open of an invoice
CREATE INDEX payment_entry ON payment (entry);                      -- what became of an entry
CREATE TRIGGER payment_immutable BEFORE UPDATE OR DELETE ON payment FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Money of a payer that is on no invoice: what was kept counts positive, what was used negative.
CREATE TABLE payer_credit (
    reference       varchar(100) PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    currency        char(3) NOT NULL,
    amount          numeric(19, 4) NOT NULL CHECK (amount <> 0),
    entry           bigint REFERENCES bank_entry (id),
    invoice         varchar(40) REFERENCES invoice (number),
    recorded_at     timestamptz NOT NULL
);
CREATE INDEX payer_credit_organisation ON payer_credit (organisation_id, currency); -- a payer's credit
CREATE TRIGGER payer_credit_immutable BEFORE UPDATE OR DELETE ON payer_credit FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- references as people type them: IN-2026-000123, in 2026 000 123
CREATE INDEX invoice_payment_reference ON invoice (upper(regexp_replace(payment_reference, '[^A-Za-z0-9]', '', 'g')));
CREATE INDEX invoice_number_squeezed ON invoice (upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')));
CREATE INDEX invoice_due ON invoice (due_date) WHERE kind = 'INVOICE'; -- who is late

-- What every invoice is about in money: demanded, taken back, received, left.
CREATE VIEW receivable AS
SELECT i.number,
       i.bill_to,
       i.currency,
       i.gross,
       credit.amount AS credited,
       received.amount AS paid,
       i.gross - credit.amount - received.amount AS open,
       i.due_date,
       i.issue_date
FROM invoice i
CROSS JOIN LATERAL (
    SELECT coalesce(sum(c.gross), 0) AS amount FROM invoice c WHERE c.credits = i.number) credit
CROSS JOIN LATERAL (
    SELECT coalesce(sum(p.amount), 0) AS amount FROM payment p WHERE p.invoice = i.number) received
WHERE i.kind = 'INVOICE';
