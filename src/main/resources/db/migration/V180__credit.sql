-- Whether the vendor can bear the risk of an order (W-10): one check of each order.
CREATE TABLE credit_check (
    number              varchar(40) PRIMARY KEY,
    order_number        varchar(40) NOT NULL UNIQUE REFERENCES customer_order (number),
    reseller_id         uuid NOT NULL REFERENCES organisation (id),
    customer_id         uuid NOT NULL REFERENCES organisation (id),
    status              varchar(20) NOT NULL CHECK (status IN ('ASKING', 'REFERRED', 'ALTERNATIVES', 'APPROVED', 'DECLINED')),
    changed_at          timestamptz NOT NULL,
    agency_silent_since timestamptz,                        -- null while it has not failed to answer
    agency_tries        int NOT NULL DEFAULT 0 CHECK (agency_tries >= 0),
    agency_problem      varchar(500),
    rounds              int NOT NULL DEFAULT 0 CHECK (rounds >= 0), -- how often the answer was no
    alternatives_until  timestamptz,
    alternative         varchar(20) CHECK (alternative IN ('DEPOSIT', 'GUARANTOR', 'NEW_OFFER', 'GIVEN_UP')),
    chosen_by           varchar(254),
    deposit             numeric(19, 4) CHECK (deposit > 0),
    deposit_currency    varchar(3),
    guarantor_name      varchar(200),
    guarantor_number    varchar(40),
    condition           varchar(2000),                      -- under which it was approved, in words for the reseller
    decided_by          varchar(254),                       -- who did the open task; null while nobody has
    version             bigint NOT NULL,
    CHECK ((alternative = 'DEPOSIT') = (deposit IS NOT NULL)),
    CHECK ((deposit IS NULL) = (deposit_currency IS NULL)),
    CHECK ((alternative = 'GUARANTOR') = (guarantor_name IS NOT NULL)),
    CHECK ((guarantor_name IS NULL) = (guarantor_number IS NULL))
);
CREATE INDEX credit_check_customer ON credit_check (customer_id, number); -- everything about one customer on the staff's page

-- What an agency has answered: one enquiry of each check, known to the agency by the check's number. Append only.
CREATE TABLE credit_report (
    check_number varchar(40) PRIMARY KEY REFERENCES credit_check (number),
    agency       varchar(100) NOT NULL,
    reference    varchar(64) NOT NULL,                      -- the agency's own number of its answer
    score_class  varchar(1) CHECK (score_class IN ('A', 'B', 'C', 'D', 'E')), -- null: the agency does not know the company
    founded_on   date,
    insolvent    boolean NOT NULL,
    credit_limit numeric(19, 4) NOT NULL CHECK (credit_limit >= 0),
    currency     varchar(3) NOT NULL,
    obtained_at  timestamptz NOT NULL
);
CREATE TRIGGER credit_report_append_only BEFORE UPDATE OR DELETE ON credit_report
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- The decision log: what was decided on which inputs, by which rule of which version of the table, or by whom. Append only.
CREATE TABLE credit_decision (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_number   varchar(40) NOT NULL REFERENCES credit_check (number),
    customer_id    uuid NOT NULL REFERENCES organisation (id),
    decided_at     timestamptz NOT NULL,
    decided_by     varchar(254) NOT NULL,                   -- partnerflow, or a person of the credit desk
    inputs         jsonb NOT NULL,
    decision_table varchar(100),                            -- null where a person or an earlier result decided
    table_version  int,
    rule           varchar(100),
    outcome        varchar(20) NOT NULL CHECK (outcome IN ('APPROVE', 'REFER', 'DECLINE')),
    reason         varchar(40) NOT NULL,
    credit_limit   numeric(19, 4) CHECK (credit_limit >= 0), -- what the customer may owe altogether; null unless approved
    currency       varchar(3),
    condition      varchar(2000),
    note           varchar(2000),
    CHECK ((decision_table IS NULL) = (table_version IS NULL) AND (decision_table IS NULL) = (rule IS NULL)),
    CHECK ((credit_limit IS NULL) = (currency IS NULL)),
    CHECK (outcome <> 'APPROVE' OR credit_limit IS NOT NULL)
);
CREATE INDEX credit_decision_check ON credit_decision (check_number, id);          -- the log of one check
CREATE INDEX credit_decision_customer ON credit_decision (customer_id, id DESC);   -- the earlier result that may still hold
CREATE TRIGGER credit_decision_append_only BEFORE UPDATE OR DELETE ON credit_decision
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
