-- A running contract: which products a customer has through which reseller, for how long, and what is invoiced next.
CREATE TABLE subscription (
    number          varchar(40) PRIMARY KEY,
    order_number    varchar(40) NOT NULL UNIQUE REFERENCES customer_order (number), -- one order, one subscription
    programme       varchar(40) NOT NULL,
    policy_version  int NOT NULL,
    reseller_id     uuid NOT NULL REFERENCES organisation (id),
    customer_id     uuid NOT NULL REFERENCES organisation (id),
    status          varchar(20) NOT NULL CHECK (status IN ('ACTIVE', 'ENDED')),
    start_date      date NOT NULL,
    rhythm_months   int NOT NULL CHECK (rhythm_months > 0),
    invoiced_periods int NOT NULL DEFAULT 0 CHECK (invoiced_periods >= 0), -- periods handed to invoicing so far
    next_invoice_on date,                                                  -- first day of the next one; null when ended
    po_reference    varchar(64),
    activated_at    timestamptz NOT NULL,
    ended_at        timestamptz,
    version         bigint NOT NULL,
    FOREIGN KEY (programme, policy_version) REFERENCES programme_version (code, version),
    CHECK ((status = 'ENDED') = (ended_at IS NOT NULL)),
    CHECK ((status = 'ACTIVE') = (next_invoice_on IS NOT NULL))
);
CREATE INDEX subscription_due ON subscription (next_invoice_on, number) WHERE status = 'ACTIVE'; -- the nightly billing run
CREATE INDEX subscription_reseller ON subscription (reseller_id, status, number);  -- the reseller's list and revenue figures
CREATE INDEX subscription_customer ON subscription (customer_id, status);          -- the customer's page

-- The terms of a subscription, each with the prices frozen when it began (C-12).
CREATE TABLE subscription_term (
    subscription     varchar(40) NOT NULL REFERENCES subscription (number),
    position         int NOT NULL CHECK (position >= 0),
    months_before    int NOT NULL CHECK (months_before >= 0),
    months           int NOT NULL CHECK (months > 0),
    begins_on        date NOT NULL,
    renews_on        date NOT NULL CHECK (renews_on > begins_on),
    PRIMARY KEY (subscription, position),
    UNIQUE (subscription, begins_on)
);

CREATE TABLE subscription_line (
    subscription     varchar(40) NOT NULL,
    term             int NOT NULL,
    position         int NOT NULL,
    product          varchar(40) NOT NULL REFERENCES product (code),
    quantity         int NOT NULL CHECK (quantity > 0),
    currency         char(3) NOT NULL,
    list_per_year    numeric(19, 4) NOT NULL,
    term_discount    numeric(9, 6) NOT NULL,
    partner_discount numeric(9, 6) NOT NULL,
    annual_list      numeric(19, 4) NOT NULL,
    annual_net       numeric(19, 4) NOT NULL,
    PRIMARY KEY (subscription, term, position),
    FOREIGN KEY (subscription, term) REFERENCES subscription_term (subscription, position)
);
