-- Invoices: issued once, gapless per series and year, never changed. What the PDF shows is all in these rows; the PDF itself
-- is a document (kind invoice, case = number).
CREATE TABLE invoice (
    number            varchar(40) PRIMARY KEY,
    source            varchar(100) NOT NULL UNIQUE, -- what it is for, so that nothing is invoiced twice
    issue_date        date NOT NULL,
    due_date          date NOT NULL CHECK (due_date >= issue_date),
    issued_at         timestamptz NOT NULL,
    bill_to           uuid NOT NULL REFERENCES organisation (id),
    reseller_id       uuid NOT NULL REFERENCES organisation (id),
    customer_id       uuid NOT NULL REFERENCES organisation (id),
    subscription      varchar(40) REFERENCES subscription (number),
    order_number      varchar(40),
    po_reference      varchar(64),
    payment_reference varchar(40) NOT NULL,
    currency          char(3) NOT NULL,
    net               numeric(19, 4) NOT NULL,
    vat               numeric(19, 4) NOT NULL,
    gross             numeric(19, 4) NOT NULL,
    seller            text NOT NULL, -- as it was that day, JSON
    buyer             text NOT NULL, -- as it was that day, JSON
    CHECK (gross = net + vat)
);
CREATE INDEX invoice_reseller ON invoice (reseller_id, number DESC);   -- the reseller's list of invoices
CREATE INDEX invoice_customer ON invoice (customer_id);                -- the customer's page
CREATE INDEX invoice_subscription ON invoice (subscription);           -- the subscription's page

CREATE TABLE invoice_line (
    invoice      varchar(40) NOT NULL REFERENCES invoice (number),
    position     int NOT NULL,
    kind         varchar(20) NOT NULL CHECK (kind IN ('PERIOD', 'ONCE')),
    subscription varchar(40),
    period_from  date,
    period_to    date,
    description  varchar(400) NOT NULL,
    formula      varchar(400) NOT NULL,
    quantity     numeric(19, 4) NOT NULL,
    unit_net     numeric(19, 6) NOT NULL,
    net          numeric(19, 4) NOT NULL,
    vat_category varchar(2) NOT NULL,
    vat_rate     numeric(9, 6) NOT NULL,
    PRIMARY KEY (invoice, position),
    CHECK ((kind = 'PERIOD') = (subscription IS NOT NULL AND period_from IS NOT NULL AND period_to > period_from))
);
-- never twice for the same line of a subscription and period
CREATE UNIQUE INDEX invoice_line_period ON invoice_line (subscription, period_from, position) WHERE kind = 'PERIOD';

CREATE TABLE invoice_tax (
    invoice  varchar(40) NOT NULL REFERENCES invoice (number),
    category varchar(2) NOT NULL,
    rate     numeric(9, 6) NOT NULL,
    net      numeric(19, 4) NOT NULL,
    vat      numeric(19, 4) NOT NULL,
    PRIMARY KEY (invoice, category, rate)
);

CREATE TRIGGER invoice_immutable BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
CREATE TRIGGER invoice_line_immutable BEFORE UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
CREATE TRIGGER invoice_tax_immutable BEFORE UPDATE OR DELETE ON invoice_tax FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
