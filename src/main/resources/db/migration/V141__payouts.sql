-- Paying resellers: their accounts, what is owed to them, and the files the bank carries out.
CREATE TABLE payout_account (
    organisation_id uuid PRIMARY KEY REFERENCES organisation (id),
    account_holder  varchar(70) NOT NULL,
    iban            varchar(34) NOT NULL CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    changed_at      timestamptz NOT NULL,
    changed_by      varchar(254) NOT NULL,
    changes         int NOT NULL -- how often it has been entered
);

-- What is owed to an organisation for a document; negative where it owes us. Once per document.
CREATE TABLE payout_claim (
    document        varchar(40) PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    currency        char(3) NOT NULL,
    amount          numeric(19, 4) NOT NULL CHECK (amount <> 0),
    since           timestamptz NOT NULL
);
CREATE INDEX payout_claim_organisation ON payout_claim (currency, organisation_id); -- what a new run takes
CREATE TRIGGER payout_claim_immutable BEFORE UPDATE OR DELETE ON payout_claim
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- One file to the bank, in one currency.
CREATE TABLE payout_run (
    number         varchar(35) PRIMARY KEY, -- also the file's message id
    currency       char(3) NOT NULL,
    status         varchar(20) NOT NULL CHECK (status IN ('PREPARED', 'RELEASED', 'EXECUTED', 'HELD', 'REFUSED')),
    execution_date date NOT NULL,
    payments       int NOT NULL CHECK (payments > 0),
    control_sum    numeric(19, 4) NOT NULL CHECK (control_sum > 0),
    prepared_at    timestamptz NOT NULL,
    prepared_by    varchar(254) NOT NULL,
    note           varchar(2000),
    decided_by     varchar(254),
    ended_at       timestamptz
);
CREATE INDEX payout_run_latest ON payout_run (prepared_at DESC); -- the staff's list

CREATE TABLE payout_payment (
    run             varchar(35) NOT NULL REFERENCES payout_run (number) DEFERRABLE INITIALLY DEFERRED,
    position        int NOT NULL CHECK (position > 0),
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    account_holder  varchar(70) NOT NULL,
    iban            varchar(34) NOT NULL,
    amount          numeric(19, 4) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (run, position),
    UNIQUE (run, organisation_id)
);
CREATE INDEX payout_payment_organisation ON payout_payment (organisation_id); -- what an organisation has been paid

-- Which claims a payment settles. Nothing is paid twice: a claim is in one payment that has not been taken back.
CREATE TABLE payout_item (
    run      varchar(35) NOT NULL,
    position int NOT NULL,
    document varchar(40) NOT NULL REFERENCES payout_claim (document),
    returned boolean NOT NULL DEFAULT false,
    PRIMARY KEY (run, document),
    FOREIGN KEY (run, position) REFERENCES payout_payment (run, position)
);
CREATE UNIQUE INDEX payout_item_once ON payout_item (document) WHERE NOT returned;

CREATE TABLE payout_file (
    run        varchar(35) PRIMARY KEY REFERENCES payout_run (number),
    content    bytea NOT NULL,
    sha256     char(64) NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
    written_at timestamptz NOT NULL
);
CREATE TRIGGER payout_file_immutable BEFORE UPDATE OR DELETE ON payout_file
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
