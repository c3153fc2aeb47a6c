-- What a customer has allowed: to collect the invoices of one contract from one account.
CREATE TABLE sepa_mandate (
    reference          varchar(35) PRIMARY KEY, -- as the bank sees it
    order_number       varchar(40) NOT NULL REFERENCES customer_order (number),
    debtor             uuid NOT NULL REFERENCES organisation (id),
    account_holder     varchar(70) NOT NULL,
    iban               varchar(34) NOT NULL CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    bic                varchar(11),
    status             varchar(20) NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'REVOKED')),
    signed_on          date,
    first_collected_on date, -- what comes after it is recurrent
    CHECK (status <> 'ACTIVE' OR signed_on IS NOT NULL),
    CHECK (first_collected_on IS NULL OR signed_on IS NOT NULL)
);
CREATE UNIQUE INDEX sepa_mandate_once ON sepa_mandate (order_number) WHERE status <> 'REVOKED';
CREATE INDEX sepa_mandate_order ON sepa_mandate (order_number); -- the mandate of a contract, revoked or not

-- A mandate as it stood after each change.
CREATE TABLE sepa_mandate_history (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference          varchar(35) NOT NULL REFERENCES sepa_mandate (reference),
    at                 timestamptz NOT NULL,
    status             varchar(20) NOT NULL,
    account_holder     varchar(70) NOT NULL,
    iban               varchar(34) NOT NULL,
    bic                varchar(11),
    signed_on          date,
    first_collected_on date
);
CREATE INDEX sepa_mandate_history_reference ON sepa_mandate_history (reference); -- what a mandate was before
CREATE TRIGGER sepa_mandate_history_immutable BEFORE UPDATE OR DELETE ON sepa_mandate_history
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
