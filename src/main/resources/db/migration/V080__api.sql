-- Answers to calls that start something: the same key gets the same answer for 30 days. Written in the transaction of
-- what the call does. A client is a user; "anonymous" for calls without a log-in.
CREATE TABLE idempotent_call (
    client          varchar(64) NOT NULL,
    idempotency_key varchar(200) NOT NULL,
    fingerprint     char(64) NOT NULL,
    status          int NOT NULL,
    location        varchar(500),
    body            bytea NOT NULL,
    answered_at     timestamptz NOT NULL,
    PRIMARY KEY (client, idempotency_key)
);
CREATE INDEX idempotent_call_age ON idempotent_call (client, answered_at); -- forget what is older than 30 days
