-- What we asked of the system that keeps the product's accounts, and what it answered: one row per try.
CREATE TABLE provisioning_attempt (
    id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_key varchar(200) NOT NULL, -- the same for every try, so that the other side does it once
    reference   varchar(40)  NOT NULL, -- of the account
    action      varchar(40)  NOT NULL,
    asked_at    timestamptz  NOT NULL,
    answered_at timestamptz,           -- none: no answer came, or we stopped before it came
    succeeded   boolean,
    answer      text,
    CONSTRAINT answered_or_not CHECK ((answered_at IS NULL) = (succeeded IS NULL))
);
CREATE UNIQUE INDEX provisioning_attempt_done ON provisioning_attempt (request_key) WHERE succeeded; -- asked once, answered once; ProvisioningAttempts.answer
CREATE INDEX provisioning_attempt_account ON provisioning_attempt (reference, id);                   -- ProvisioningAttempts.of

-- The account of each trial and of each order that had no trial.
CREATE TABLE account (
    reference     varchar(40)  PRIMARY KEY, -- TR- or OR-number: one account per case
    customer_id   uuid         NOT NULL REFERENCES organisation (id),
    system_id     varchar(200) NOT NULL UNIQUE,
    login_address varchar(500) NOT NULL,
    opened_at     timestamptz  NOT NULL
);
CREATE INDEX account_customer ON account (customer_id); -- Accounts.of

-- The built-in directory: accounts of the product where no other system keeps them.
CREATE TABLE service_account (
    reference  varchar(40)  PRIMARY KEY,
    customer   uuid         NOT NULL,
    name       varchar(200) NOT NULL,
    kind       varchar(10)  NOT NULL CHECK (kind IN ('TRIAL', 'CUSTOMER')),
    status     varchar(10)  NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'PURGED')),
    reseller   varchar(200),
    created_at timestamptz  NOT NULL,
    version    bigint       NOT NULL
);

CREATE TABLE account_entitlement (
    reference varchar(40) NOT NULL REFERENCES service_account (reference),
    product   varchar(40) NOT NULL,
    quantity  integer     NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (reference, product)
);

-- Whose address it is: one e-mail address logs in to the accounts of one customer.
CREATE TABLE account_email (
    email    varchar(254) PRIMARY KEY CHECK (email = lower(email)),
    customer uuid         NOT NULL
);

CREATE TABLE account_user (
    reference varchar(40)  NOT NULL REFERENCES service_account (reference),
    email     varchar(254) NOT NULL REFERENCES account_email (email),
    name      varchar(100) NOT NULL,
    PRIMARY KEY (reference, email)
);
CREATE INDEX account_user_email ON account_user (email); -- whether an address is still in use

CREATE TABLE account_property (
    id          uuid         PRIMARY KEY,
    reference   varchar(40)  NOT NULL REFERENCES service_account (reference),
    name        varchar(200) NOT NULL,
    returned_at timestamptz
);
CREATE INDEX account_property_account ON account_property (reference, name); -- BuiltInDirectory.properties
