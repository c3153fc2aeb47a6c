-- What a reseller orders for a customer, from the first click to its end. One row is one case of processes/order.bpmn.
CREATE TABLE customer_order (
    number              varchar(40) PRIMARY KEY,
    programme           varchar(40) NOT NULL,
    policy_version      int NOT NULL,
    reseller_id         uuid NOT NULL REFERENCES organisation (id),
    customer_id         uuid NOT NULL REFERENCES organisation (id),
    trial_number        varchar(40),
    status              varchar(20) NOT NULL CHECK (status IN (
                            'STARTED', 'REGISTERED', 'ACTIVE', 'COMPLETED',
                            'REJECTED', 'CANCELLING', 'CANCELLED', 'LAPSED')),
    signatory_name      varchar(100),
    signatory_email     varchar(254),
    term_months         int NOT NULL CHECK (term_months > 0),
    start_date          date,
    po_reference        varchar(64),
    terms_version       varchar(40),
    terms_accepted_by   varchar(254),
    terms_accepted_at   timestamptz,
    currency            varchar(3),
    annual_list         numeric(19, 4),
    annual_net          numeric(19, 4),
    contract_value      numeric(19, 4),
    partner_discount    numeric(9, 6),
    term_discount       numeric(9, 6),
    estimate            text,
    subscription_number varchar(40),
    invoiced            boolean NOT NULL,
    reason              varchar(2000),
    placed_by           varchar(254) NOT NULL,
    started_at          timestamptz NOT NULL,
    form_deadline       timestamptz NOT NULL,
    version             bigint NOT NULL,
    -- what is registered has its form, its price and its accepted terms
    CHECK (status NOT IN ('REGISTERED', 'ACTIVE', 'COMPLETED')
        OR (start_date IS NOT NULL AND estimate IS NOT NULL AND annual_net IS NOT NULL AND terms_accepted_at IS NOT NULL))
);
-- PA-8: no second order for the same customer while one is open, and never two for one trial
CREATE UNIQUE INDEX customer_order_open ON customer_order (customer_id, programme)
    WHERE status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING');
CREATE UNIQUE INDEX customer_order_trial ON customer_order (trial_number)
    WHERE trial_number IS NOT NULL AND status NOT IN ('REJECTED', 'CANCELLED', 'LAPSED');
CREATE INDEX customer_order_reseller ON customer_order (reseller_id, started_at DESC); -- the reseller's list of orders
CREATE INDEX customer_order_customer ON customer_order (customer_id);                  -- the orders of one customer

CREATE TABLE order_line (
    order_number varchar(40) NOT NULL REFERENCES customer_order (number),
    position     int NOT NULL,
    product      varchar(40) NOT NULL REFERENCES product (code),
    quantity     int NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_number, position)
);

-- What happened to an order, for its timeline. Append only.
CREATE TABLE order_milestone (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number varchar(40) NOT NULL REFERENCES customer_order (number),
    name         varchar(40) NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX order_milestone_order ON order_milestone (order_number, id); -- the timeline of one order

-- The answers of the automatic checks (PA-8) as they were when the order was checked.
CREATE TABLE order_check (
    order_number varchar(40) NOT NULL REFERENCES customer_order (number),
    position     int NOT NULL,
    name         varchar(40) NOT NULL,
    passed       boolean NOT NULL,
    detail       varchar(500) NOT NULL,
    PRIMARY KEY (order_number, position)
);
