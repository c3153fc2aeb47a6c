-- What came of a form that was sent: the second click on "Send" gets the first one's answer.
CREATE TABLE form_submission (
    token        uuid PRIMARY KEY,
    user_key     varchar(254) NOT NULL,
    form         varchar(100) NOT NULL,
    reference    varchar(100),
    location     varchar(500),
    message      varchar(200),
    submitted_at timestamptz NOT NULL
);

-- SubmittedForms: DELETE … WHERE submitted_at < … (what is older than 30 days)
CREATE INDEX form_submission_submitted_at ON form_submission (submitted_at);
