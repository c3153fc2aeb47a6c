-- Applications to become a reseller, what the checks said about them, and what was asked and answered.
CREATE TABLE reseller_application (
    number                 varchar(20)  PRIMARY KEY,
    programme              varchar(40)  NOT NULL,
    status                 varchar(20)  NOT NULL
        CHECK (status IN ('SUBMITTED', 'ASKED', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
    organisation_name      varchar(200) NOT NULL,
    country                varchar(2)   NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    registration_number    varchar(40)  NOT NULL,
    vat_id                 varchar(20),
    organisation_email     varchar(254) NOT NULL,
    language               varchar(10)  NOT NULL,
    line1                  varchar(200) NOT NULL,
    line2                  varchar(200),
    postal_code            varchar(20)  NOT NULL,
    city                   varchar(100) NOT NULL,
    contact_name           varchar(100) NOT NULL,
    contact_email          varchar(254) NOT NULL,
    contact_phone          varchar(40),
    precondition_reference varchar(64),
    motivation             varchar(2000),
    submitted_at           timestamptz  NOT NULL,
    answer_deadline        timestamptz,
    ended_at               timestamptz,
    rejection_reason       varchar(2000),
    tier                   varchar(20),
    organisation_id        uuid         REFERENCES organisation (id),
    version                bigint       NOT NULL,
    CONSTRAINT asked_until_a_moment CHECK ((status = 'ASKED') = (answer_deadline IS NOT NULL)),
    CONSTRAINT open_or_ended CHECK ((status IN ('SUBMITTED', 'ASKED')) = (ended_at IS NULL)),
    CONSTRAINT rejected_for_a_reason CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL)),
    CONSTRAINT approved_as_somebody CHECK ((status = 'APPROVED') = (organisation_id IS NOT NULL AND tier IS NOT NULL))
);
-- Nobody applies twice at the same time for the same programme.
CREATE UNIQUE INDEX reseller_application_open ON reseller_application (programme, country, registration_number)
    WHERE status IN ('SUBMITTED', 'ASKED');
-- Earlier applications of an organisation: EarlierApplications.of
CREATE INDEX reseller_application_applicant ON reseller_application (country, registration_number, submitted_at);

-- What the automatic checks said the last time they ran.
CREATE TABLE application_check (
    application varchar(20)  NOT NULL REFERENCES reseller_application (number),
    place       int          NOT NULL,
    name        varchar(40)  NOT NULL,
    answer      varchar(40)  NOT NULL,
    detail      varchar(400),
    checked_at  timestamptz  NOT NULL,
    PRIMARY KEY (application, place)
);

-- Questions to applicants and their answers, in their order.
CREATE TABLE application_message (
    id          bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application varchar(20)   NOT NULL REFERENCES reseller_application (number),
    kind        varchar(10)   NOT NULL CHECK (kind IN ('QUESTION', 'ANSWER')),
    at          timestamptz   NOT NULL,
    author      varchar(254)  NOT NULL,
    text        varchar(4000) NOT NULL
);
CREATE INDEX application_message_order ON application_message (application, id); -- Correspondence.of

-- Organisations we know to fulfil what a programme asks of its resellers (P-18).
CREATE TABLE known_partner (
    precondition        varchar(40)  NOT NULL,
    country             char(2)      NOT NULL,
    registration_number varchar(40)  NOT NULL,
    source              varchar(200) NOT NULL,
    noted_at            timestamptz  NOT NULL,
    PRIMARY KEY (precondition, country, registration_number)
);
