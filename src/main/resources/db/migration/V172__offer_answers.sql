-- What the customer asked about an offer and what the reseller answered.
CREATE TABLE offer_question (
    offer_number varchar(40) NOT NULL REFERENCES offer (number),
    position     int NOT NULL CHECK (position >= 1),
    version      int NOT NULL,
    asked_by     varchar(254) NOT NULL,
    asked_at     timestamptz NOT NULL,
    question     varchar(2000) NOT NULL,
    answered_by  varchar(254),
    answered_at  timestamptz,
    answer       varchar(2000),
    PRIMARY KEY (offer_number, position),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);

-- Who has accepted which version, under which terms.
CREATE TABLE offer_acceptance (
    offer_number    varchar(40) PRIMARY KEY REFERENCES offer (number),
    version         int NOT NULL,
    signatory_name  varchar(100) NOT NULL,
    signatory_email varchar(254) NOT NULL,
    terms_version   varchar(40) NOT NULL,
    accepted_at     timestamptz NOT NULL
);
CREATE TRIGGER offer_acceptance_append_only BEFORE UPDATE OR DELETE ON offer_acceptance
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
