-- What has been changed here stays in force when a new release of the product starts; one row a changed file.
CREATE TABLE site_model (
    name       varchar(120) PRIMARY KEY,
    content    bytea NOT NULL,
    product    bytea,                               -- what the release brought when it was changed; null for a new file
    changed_by varchar(20) NOT NULL,                -- number of the change
    changed_at timestamptz NOT NULL
);
