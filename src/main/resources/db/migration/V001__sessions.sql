-- Sessions of portal and staff live in the database, so that any node can serve any request.
CREATE TABLE spring_session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);       -- clean-up of expired sessions
CREATE INDEX spring_session_principal ON spring_session (principal_name); -- all sessions of one user, to end them

CREATE TABLE spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- The watch on failed log-ins: one row per failure, counted per account and per address.
CREATE TABLE login_failure (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account   varchar(254) NOT NULL,
    address   varchar(64) NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX login_failure_account ON login_failure (account, failed_at);
CREATE INDEX login_failure_address ON login_failure (address, failed_at);

-- Numbers people use (OR-2026-000001). A counter row instead of a sequence: it rolls back with its transaction, so a
-- series has no gaps.
CREATE TABLE number_series (
    series varchar(40) PRIMARY KEY,
    last   bigint NOT NULL CHECK (last > 0)
);

-- What is added to real time; no row where time is real.
CREATE TABLE simulation_clock (
    id            boolean PRIMARY KEY DEFAULT true CHECK (id),
    offset_millis bigint NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
