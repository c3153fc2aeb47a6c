-- How an organisation groups what it pays: projects, buildings, departments (H-04, HA-10). The reference is what stands on
-- subscriptions and invoices and therefore never changes; the name may.
CREATE TABLE cost_group (
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    reference       varchar(64) NOT NULL,
    name            varchar(200) NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, reference)
);
