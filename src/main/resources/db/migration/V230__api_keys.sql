-- Keys by which programs call the API for an organisation. Only a hash of each is stored; revoked ones stay to be read.
CREATE TABLE api_key (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    name            varchar(80) NOT NULL CHECK (name <> ''),
    prefix          varchar(16) NOT NULL,              -- its first characters, to recognise it by
    secret_hash     char(64) NOT NULL UNIQUE,          -- SHA-256 of all of it
    scopes          varchar(1000) NOT NULL,            -- such as 'invoices:read orders:write'
    made_by         uuid NOT NULL REFERENCES user_account (id),
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz CHECK (expires_at > made_at),
    revoked_at      timestamptz,
    revoked_by      varchar(254),
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_key_organisation ON api_key (organisation_id, made_at DESC); -- ApiKeys.of
CREATE INDEX api_key_made_by ON api_key (made_by);                            -- foreign key

-- How a key is used: one row each, rewritten by every call, so that all nodes count together.
CREATE TABLE api_key_use (
    key_id         uuid PRIMARY KEY REFERENCES api_key (id),
    window_from    timestamptz NOT NULL, -- the first call of the minute that is counted
    calls          int NOT NULL CHECK (calls > 0),
    last_used_at   timestamptz NOT NULL,
    last_used_from varchar(64) NOT NULL
) WITH (fillfactor = 50);
