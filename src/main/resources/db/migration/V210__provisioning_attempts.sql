-- What people see of every try: for whom it was made, what kind of answer came, how long it took.
ALTER TABLE provisioning_attempt ADD COLUMN case_number varchar(40);           -- order or trial it was made for
ALTER TABLE provisioning_attempt ADD COLUMN customer_id uuid REFERENCES organisation (id); -- where an account is asked for
ALTER TABLE provisioning_attempt ADD COLUMN outcome varchar(30);               -- kebab-case; none until anything was answered
ALTER TABLE provisioning_attempt ADD COLUMN status int;                        -- of HTTP; none where there was no such answer
ALTER TABLE provisioning_attempt ADD COLUMN took_ms int CHECK (took_ms >= 0);
ALTER TABLE provisioning_attempt ADD COLUMN permanent boolean NOT NULL DEFAULT false; -- asking again changes nothing
ALTER TABLE provisioning_attempt ADD COLUMN status_address varchar(1000);      -- where a slow system says how far it is
UPDATE provisioning_attempt SET case_number = reference, outcome = CASE WHEN succeeded THEN 'done' WHEN NOT succeeded THEN 'refused' END;
ALTER TABLE provisioning_attempt ALTER COLUMN case_number SET NOT NULL;
CREATE INDEX provisioning_attempt_case ON provisioning_attempt (case_number, id); -- ProvisioningAttempts.ofCase
CREATE INDEX provisioning_attempt_key ON provisioning_attempt (request_key, id);  -- ProvisioningAttempts.last, .outstanding

-- An order whose account could not be provided: what people decided about it, and what the reseller was asked.
CREATE TABLE provisioning_clarification (
    id            bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number  varchar(40)   NOT NULL REFERENCES customer_order (number),
    step          varchar(40)   NOT NULL, -- what was asked for, as in provisioning_attempt.action
    outcome       varchar(30)   NOT NULL, -- what kind of failure, as in provisioning_attempt.outcome
    explanation   varchar(2000) NOT NULL, -- for staff
    last_attempt  bigint        NOT NULL REFERENCES provisioning_attempt (id), -- tries up to this one have been judged
    opened_at     timestamptz   NOT NULL,
    question      varchar(2000),
    asked_at      timestamptz,
    answer        varchar(2000),
    new_email     varchar(254),           -- who logs in first from now on, if the reseller has named somebody else
    new_name      varchar(100),
    answered_by   varchar(254),
    answered_at   timestamptz,
    CHECK ((question IS NULL) = (asked_at IS NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
    CHECK (answered_at IS NULL OR asked_at IS NOT NULL),
    UNIQUE (order_number, last_attempt)
);
CREATE INDEX provisioning_clarification_order ON provisioning_clarification (order_number, id DESC); -- Clarifications.latest
