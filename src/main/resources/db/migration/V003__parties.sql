-- Users, organisations and resellers are independent and linked freely (H-07). A reseller is an organisation (H-05).
CREATE TABLE organisation (
    id                  uuid PRIMARY KEY,
    name                varchar(200) NOT NULL,
    country             char(2) NOT NULL,
    registration_number varchar(40) NOT NULL,
    vat_id              varchar(20),
    email               varchar(254) NOT NULL,
    language            varchar(10) NOT NULL,
    line1               varchar(200) NOT NULL,
    line2               varchar(200),
    postal_code         varchar(20) NOT NULL,
    city                varchar(100) NOT NULL,
    created_at          timestamptz NOT NULL,
    version             bigint NOT NULL,
    UNIQUE (country, registration_number)
);
CREATE INDEX organisation_name ON organisation (lower(name) text_pattern_ops); -- search by name

-- An organisation that may sell under a programme, and on which terms.
CREATE TABLE reseller (
    organisation_id  uuid NOT NULL REFERENCES organisation (id),
    programme        varchar(40) NOT NULL,
    status           varchar(20) NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'ENDED')),
    tier             varchar(20) NOT NULL,
    partner_discount numeric(5, 2) NOT NULL CHECK (partner_discount BETWEEN 0 AND 100),
    since            timestamptz NOT NULL,
    version          bigint NOT NULL,
    PRIMARY KEY (organisation_id, programme)
);

-- Which organisation a reseller takes care of. At most one reseller is the primary one at a time (HA-5).
CREATE TABLE reseller_link (
    id          uuid PRIMARY KEY,
    reseller_id uuid NOT NULL REFERENCES organisation (id),
    customer_id uuid NOT NULL REFERENCES organisation (id) CHECK (customer_id <> reseller_id),
    is_primary  boolean NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz
);
CREATE UNIQUE INDEX reseller_link_once ON reseller_link (reseller_id, customer_id) WHERE until IS NULL;
CREATE UNIQUE INDEX reseller_link_primary ON reseller_link (customer_id) WHERE until IS NULL AND is_primary;

CREATE TABLE user_account (
    id            uuid PRIMARY KEY,
    email         varchar(254) NOT NULL CHECK (email = lower(email)),
    name          varchar(200) NOT NULL,
    language      varchar(10) NOT NULL,
    password_hash varchar(400),
    status        varchar(20) NOT NULL CHECK (status IN ('INVITED', 'ACTIVE', 'LOCKED')),
    created_at    timestamptz NOT NULL,
    version       bigint NOT NULL,
    UNIQUE (email)
);

-- What a user may do for an organisation; several organisations per user, one log-in (H-09, H-10, H-13).
CREATE TABLE membership (
    user_id         uuid NOT NULL REFERENCES user_account (id),
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    role            varchar(20) NOT NULL CHECK (role IN ('VIEW', 'ORDER', 'BILLING', 'ADMIN')),
    since           timestamptz NOT NULL,
    PRIMARY KEY (user_id, organisation_id)
);
CREATE INDEX membership_organisation ON membership (organisation_id); -- the users of an organisation

-- Links in mails: one purpose, one use, expiring. Only a hash is stored.
CREATE TABLE one_time_link (
    token_hash char(64) PRIMARY KEY,
    purpose    varchar(40) NOT NULL,
    subject    varchar(64) NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX one_time_link_subject ON one_time_link (purpose, subject); -- withdraw earlier links
