-- A customer tries the product. One row is one case of processes/trial.bpmn.
CREATE TABLE trial (
    number             varchar(40)  PRIMARY KEY,
    programme          varchar(40)  NOT NULL,
    policy_version     int          NOT NULL,
    reseller_id        uuid         NOT NULL REFERENCES organisation (id),
    customer_id        uuid         NOT NULL REFERENCES organisation (id),
    customer_type      varchar(40)  NOT NULL,
    status             varchar(20)  NOT NULL CHECK (status IN ('STARTING', 'IN_USE', 'INACTIVE', 'CONVERTED', 'PURGED')),
    started_by_name    varchar(100) NOT NULL,
    started_by_email   varchar(254) NOT NULL,
    started_at         timestamptz  NOT NULL,
    starts_on          date         NOT NULL, -- first active day, in the vendor's calendar (C-19)
    days               int          NOT NULL CHECK (days > 0), -- active days, extensions included
    purge_after_months int          NOT NULL CHECK (purge_after_months > 0),
    inactive_from      date         NOT NULL,
    purge_on           date         NOT NULL,
    extensions         int          NOT NULL CHECK (extensions >= 0),
    users_revision     int          NOT NULL,
    order_number       varchar(40),
    ended_at           timestamptz,
    version            bigint       NOT NULL,
    CHECK (inactive_from = starts_on + days),
    CHECK ((status IN ('CONVERTED', 'PURGED')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX trial_open ON trial (customer_id, programme) -- one open trial per customer and programme
    WHERE status IN ('STARTING', 'IN_USE', 'INACTIVE');
CREATE UNIQUE INDEX trial_order ON trial (order_number) WHERE order_number IS NOT NULL; -- an order converts one trial
CREATE INDEX trial_reseller ON trial (reseller_id, customer_id, started_at DESC);       -- a customer's trials, customer_overview

-- Who gets login details. A person who was taken out and put in again has a new revision, and gets a new letter.
CREATE TABLE trial_user (
    trial_number varchar(40)  NOT NULL REFERENCES trial (number),
    email        varchar(254) NOT NULL,
    name         varchar(100) NOT NULL,
    language     varchar(10)  NOT NULL,
    revision     int          NOT NULL,
    PRIMARY KEY (trial_number, email)
);

-- Properties of an ended trial that the reseller wants back (P-42): each is moved once and charged once.
CREATE TABLE data_return (
    trial_number  varchar(40)    NOT NULL REFERENCES trial (number),
    property      varchar(100)   NOT NULL,
    property_name varchar(200)   NOT NULL,
    product       varchar(40)    NOT NULL REFERENCES product (code),
    price         numeric(19, 4) NOT NULL CHECK (price >= 0), -- as accepted with the request
    currency      varchar(3)     NOT NULL,
    requested_by  varchar(254)   NOT NULL,
    requested_at  timestamptz    NOT NULL,
    moved_at      timestamptz,
    invoice       varchar(40),
    PRIMARY KEY (trial_number, property),
    CHECK (invoice IS NULL OR moved_at IS NOT NULL)
);
