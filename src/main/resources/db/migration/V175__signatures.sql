-- In which way an agreement was signed, and what a machine found out about it.
ALTER TABLE agreement ADD COLUMN signed_how varchar(20) CHECK (signed_how IN ('SCAN', 'DIGITALLY', 'ON_PAGE'));
UPDATE agreement SET signed_how = 'SCAN' WHERE signed_document_id IS NOT NULL;
ALTER TABLE agreement ADD CHECK ((signed_document_id IS NULL) = (signed_how IS NULL));
ALTER TABLE agreement ALTER COLUMN file_check TYPE varchar(4000);
ALTER TABLE agreement ADD COLUMN comparison varchar(4000);

-- Somebody signed on the page of a link: the evidence, once for a round.
CREATE TABLE page_signature (
    order_number varchar(40) NOT NULL REFERENCES agreement (order_number),
    round        int NOT NULL CHECK (round >= 1),
    name         varchar(100) NOT NULL,
    email        varchar(254) NOT NULL,  -- where the link was sent
    signed_at    timestamptz NOT NULL,
    address      varchar(64) NOT NULL,   -- of the network
    user_agent   varchar(500) NOT NULL,
    purpose      varchar(40) NOT NULL,   -- of the link
    document_id  uuid NOT NULL REFERENCES document (id),
    sha256       varchar(64) NOT NULL,   -- of the document, as it was signed
    evidence_id  uuid NOT NULL REFERENCES document (id),
    PRIMARY KEY (order_number, round)
);

CREATE TRIGGER page_signature_is_final BEFORE UPDATE OR DELETE ON page_signature
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- The digital signatures of a signed file, all of them verified.
CREATE TABLE digital_signature (
    order_number varchar(40) NOT NULL REFERENCES agreement (order_number),
    round        int NOT NULL CHECK (round >= 1),
    position     int NOT NULL CHECK (position >= 1), -- in the order in which they were made
    subject      varchar(300) NOT NULL,
    issuer       varchar(300) NOT NULL,
    serial       varchar(100) NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    signed_at    timestamptz,            -- by the signer's clock
    self_signed  boolean NOT NULL,
    chain        int NOT NULL CHECK (chain >= 1),
    timestamp    boolean NOT NULL,
    sha256       varchar(64) NOT NULL,   -- of the file
    PRIMARY KEY (order_number, round, position)
);

CREATE TRIGGER digital_signature_is_final BEFORE UPDATE OR DELETE ON digital_signature
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- The original of an agreement that was concluded from a scan (W-07, WA-2).
CREATE TABLE agreement_original (
    order_number varchar(40) PRIMARY KEY REFERENCES agreement (order_number),
    status       varchar(20) NOT NULL CHECK (status IN ('MISSING', 'RECEIVED', 'WAIVED', 'NOT_NEEDED')),
    round        int NOT NULL CHECK (round >= 0),     -- how often it has been asked for
    reminders    int NOT NULL CHECK (reminders >= 0), -- in this round
    asked_at     timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    received_on  date,
    reason       varchar(2000),
    seen_to_by   varchar(254),
    version      bigint NOT NULL,
    CHECK ((status = 'RECEIVED') = (received_on IS NOT NULL)),
    CHECK (status <> 'WAIVED' OR reason IS NOT NULL)
);

CREATE INDEX agreement_original_missing ON agreement_original (due_at)
    WHERE status = 'MISSING'; -- Originals.missing: what the contracts desk waits for
