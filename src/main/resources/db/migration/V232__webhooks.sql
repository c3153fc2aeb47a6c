-- Addresses of programs that want to be told what happens, and every attempt to tell them.
CREATE TABLE webhook_endpoint (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    url             varchar(1000) NOT NULL,
    types           varchar(4000) NOT NULL,          -- names of event types, '*' for every one
    status          varchar(10) NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'REMOVED')),
    secret          bytea NOT NULL,                  -- signs what is sent, so it cannot be kept as a hash
    old_secret      bytea,                           -- signs beside it until then
    old_until       timestamptz,
    made_by         uuid NOT NULL REFERENCES user_account (id),
    made_at         timestamptz NOT NULL,
    failures        int NOT NULL DEFAULT 0,          -- attempts in a row
    failing_since   timestamptz,
    CHECK ((old_secret IS NULL) = (old_until IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL))
);
CREATE INDEX webhook_endpoint_organisation ON webhook_endpoint (organisation_id) WHERE status <> 'REMOVED'; -- Endpoints.of, plan
CREATE INDEX webhook_endpoint_made_by ON webhook_endpoint (made_by); -- foreign key

CREATE TABLE webhook_delivery (
    id              uuid PRIMARY KEY,
    endpoint_id     uuid NOT NULL REFERENCES webhook_endpoint (id),
    position        bigint REFERENCES event_journal (position), -- null for a test
    type            varchar(60) NOT NULL,
    number          varchar(64) NOT NULL,
    body            varchar(4000) NOT NULL,
    status          varchar(10) NOT NULL CHECK (status IN ('WAITING', 'HELD', 'DELIVERED', 'FAILED')),
    attempts        int NOT NULL DEFAULT 0,          -- since it was planned, or sent again by hand
    next_attempt_at timestamptz,
    claimed_until   timestamptz,                     -- a node is at it until then
    created_at      timestamptz NOT NULL,
    UNIQUE (endpoint_id, position),
    CHECK ((status = 'WAITING') = (next_attempt_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE status = 'WAITING'; -- Claims.next
CREATE INDEX webhook_delivery_claimed ON webhook_delivery (endpoint_id, claimed_until) WHERE claimed_until IS NOT NULL; -- Claims.next: one at a time
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, created_at DESC, id);         -- the log
CREATE INDEX webhook_delivery_state ON webhook_delivery (endpoint_id, status, created_at DESC, id); -- the log of one state
CREATE INDEX webhook_delivery_position ON webhook_delivery (position);                            -- foreign key
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);                               -- forget after 30 days

CREATE TABLE webhook_attempt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id uuid NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    millis      int NOT NULL CHECK (millis >= 0),
    address     varchar(64),                         -- that was connected to
    http_status int,
    outcome     varchar(30) NOT NULL,
    answer      varchar(2000)                        -- the beginning of what came back
);
CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery_id, id); -- the attempts of one delivery
