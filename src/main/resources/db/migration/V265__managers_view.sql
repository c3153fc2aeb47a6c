-- What a manager asks a desk or a person about a step that has failed. The step is the engine's job: it stays the same however often
-- it is tried again and fails, the incident about it does not.
CREATE TABLE failed_step_question (
    number        varchar(40) PRIMARY KEY,
    step          varchar(64) NOT NULL,
    process_name  varchar(255) NOT NULL,
    step_name     varchar(255) NOT NULL,
    business_key  varchar(255),          -- null for the house's own runs
    failure       varchar(4000) NOT NULL, -- what had happened when it was asked
    failed_since  timestamptz NOT NULL,
    desk          varchar(64),
    person        varchar(254),
    question      varchar(2000) NOT NULL,
    asked_by      varchar(254) NOT NULL,
    asked_at      timestamptz NOT NULL,
    answer        varchar(2000),
    answered_by   varchar(254),
    answered_at   timestamptz,
    withdrawn_by  varchar(254),
    withdrawn_at  timestamptz,
    CHECK ((desk IS NULL) <> (person IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
    CHECK (answer IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX failed_step_question_step ON failed_step_question (step, asked_at); -- steering.StepQuestions.about

-- the managers' figures, of all resellers together
CREATE INDEX listed_deadline_coming ON listed_deadline (kind, day, subject);                                  -- steering.ComingFigures
CREATE INDEX listed_invoice_issued ON listed_invoice (issue_date, number);                                    -- steering.MoneyFigures
CREATE INDEX customer_order_under_way ON customer_order (status, started_at, number)
    WHERE status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING');                                        -- steering.OrderFigures
CREATE INDEX compensation_statement_owed ON compensation_statement (status, number)
    WHERE status IN ('DRAWN_UP', 'SENT', 'DISPUTED', 'DECIDED');                                              -- steering.CompensationFigures
