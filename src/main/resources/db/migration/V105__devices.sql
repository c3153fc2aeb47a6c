-- Devices that stand at customers, by type, as they were counted last (A-06). Types are those the catalogue has seats for.
CREATE TABLE device_count (
    customer_id uuid        NOT NULL REFERENCES organisation (id),
    type        varchar(40) NOT NULL,
    devices     int         NOT NULL CHECK (devices >= 0),
    counted_at  timestamptz NOT NULL,
    PRIMARY KEY (customer_id, type)
);

-- Every count that was taken, as it came in.
CREATE TABLE device_count_history (
    id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid         NOT NULL REFERENCES organisation (id),
    type        varchar(40)  NOT NULL,
    devices     int          NOT NULL CHECK (devices >= 0),
    counted_at  timestamptz  NOT NULL,
    received_at timestamptz  NOT NULL,
    reported_by varchar(254) NOT NULL,
    UNIQUE (customer_id, type, counted_at) -- one count per moment; also the history of one customer
);
CREATE TRIGGER device_count_history_append_only BEFORE UPDATE OR DELETE ON device_count_history
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- A customer that has fewer seats than devices. One row is one case of processes/seat-coverage.bpmn.
CREATE TABLE coverage_case (
    number        varchar(40) PRIMARY KEY,
    customer_id   uuid        NOT NULL REFERENCES organisation (id),
    status        varchar(20) NOT NULL CHECK (status IN ('WARNED', 'LIMITED', 'COVERED', 'RESTORED')),
    opened_at     timestamptz NOT NULL,
    grace_ends_on date        NOT NULL, -- first day the account may be limited
    limited_at    timestamptz,
    ended_at      timestamptz,
    version       bigint      NOT NULL,
    CHECK ((status IN ('LIMITED', 'RESTORED')) = (limited_at IS NOT NULL)),
    CHECK ((status IN ('COVERED', 'RESTORED')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX coverage_case_open ON coverage_case (customer_id) WHERE status IN ('WARNED', 'LIMITED'); -- one at a time

-- The vendor lets a customer have fewer seats than devices for a while (AA-12).
CREATE TABLE seat_override (
    number      varchar(40)   PRIMARY KEY,
    customer_id uuid          NOT NULL REFERENCES organisation (id),
    reason      varchar(2000) NOT NULL,
    valid_until date          NOT NULL, -- last day
    granted_by  varchar(254)  NOT NULL,
    granted_at  timestamptz   NOT NULL
);
CREATE INDEX seat_override_customer ON seat_override (customer_id, valid_until DESC); -- whether one counts today
CREATE TRIGGER seat_override_append_only BEFORE UPDATE OR DELETE ON seat_override
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
