-- What people at the vendor want to change in processes, tables and forms, and what became of it.
CREATE TABLE model_change (
    number       varchar(20) PRIMARY KEY,
    kind         varchar(10) NOT NULL CHECK (kind IN ('CHANGE', 'ROLLBACK', 'RELEASE', 'MIGRATION')),
    reason       varchar(2000) NOT NULL CHECK (reason <> ''),
    running      varchar(10) NOT NULL CHECK (running IN ('STAY', 'MIGRATE')),
    process      varchar(100),                      -- whose cases move; null for anything else
    status       varchar(10) NOT NULL
        CHECK (status IN ('PROPOSED', 'APPROVED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    proposed_by  varchar(255) NOT NULL,
    proposed_at  timestamptz NOT NULL,
    decided_by   varchar(255),
    decided_at   timestamptz,
    answer       varchar(2000),
    deployment   varchar(64),                       -- the engine's, once it is in force
    in_force_at  timestamptz,
    version      bigint NOT NULL DEFAULT 0,
    CHECK ((kind = 'MIGRATION') = (process IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (decided_by <> proposed_by OR status = 'WITHDRAWN'), -- four eyes
    CHECK (status IN ('PROPOSED', 'WITHDRAWN', 'OVERTAKEN') OR decided_by IS NOT NULL),
    CHECK ((status = 'IN_FORCE') = (in_force_at IS NOT NULL))
);
CREATE INDEX model_change_latest ON model_change (proposed_at DESC, number);              -- ModelChangeStore.list
CREATE INDEX model_change_open ON model_change (status) WHERE status = 'PROPOSED';        -- ModelChangeStore.list, by status

-- The files of a change as they were sent, and what each was made from.
CREATE TABLE model_change_file (
    change_number varchar(20) NOT NULL REFERENCES model_change (number),
    name          varchar(120) NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9.-]*\.(bpmn|dmn|form)$'),
    content       bytea NOT NULL CHECK (length(content) <= 1048576),
    base          bytea,                            -- what was in force then; null for a new file
    PRIMARY KEY (change_number, name)
);
CREATE INDEX model_change_file_name ON model_change_file (name, change_number);           -- ModelChangeStore.of a model

-- What was said about the files when they were sent: nothing of it stood in the way.
CREATE TABLE model_change_remark (
    change_number varchar(20) NOT NULL REFERENCES model_change (number),
    position      int NOT NULL,
    file          varchar(120) NOT NULL,
    element       varchar(255) NOT NULL,
    rule          varchar(60) NOT NULL,
    details       text[] NOT NULL,
    PRIMARY KEY (change_number, position)
);

-- Cases that move from one version of a process to the one in force.
CREATE TABLE model_migration (
    id            uuid PRIMARY KEY,
    change_number varchar(20) NOT NULL REFERENCES model_change (number),
    process       varchar(100) NOT NULL,
    from_definition varchar(64) NOT NULL,
    to_definition varchar(64) NOT NULL,
    batch         varchar(64) NOT NULL,
    cases         int NOT NULL CHECK (cases > 0),
    began_at      timestamptz NOT NULL,
    UNIQUE (change_number, from_definition)
);
