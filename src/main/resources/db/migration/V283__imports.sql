-- Excel files with customers, running contracts and orders: what came in, what is wrong with it, what became of it.
CREATE TABLE data_import (
    number       varchar(40) PRIMARY KEY,                 -- IM-…
    reseller_id  uuid REFERENCES organisation (id),       -- whose customers and orders; null: the vendor's file, its rows name the reseller
    status       varchar(20) NOT NULL CHECK (status IN ('CHECKED', 'CONFIRMED', 'WRITTEN', 'DONE', 'REFUSED', 'UNDONE')),
    file_name    varchar(200) NOT NULL,
    sha256       char(64) NOT NULL,
    content      bytea NOT NULL,
    uploaded_by  varchar(255) NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    customers    int NOT NULL CHECK (customers >= 0),     -- rows of each kind
    contracts    int NOT NULL CHECK (contracts >= 0),
    orders       int NOT NULL CHECK (orders >= 0),
    errors       int NOT NULL CHECK (errors >= 0),        -- what was found; only the first of them are kept one by one
    hints        int NOT NULL CHECK (hints >= 0),
    confirmed_by varchar(255),
    confirmed_at timestamptz,
    finished_at  timestamptz,
    undone_by    varchar(255),
    undone_at    timestamptz,
    CHECK (status NOT IN ('CONFIRMED', 'WRITTEN', 'DONE') OR (errors = 0 AND confirmed_at IS NOT NULL)),
    CHECK ((status = 'UNDONE') = (undone_at IS NOT NULL))
);
-- the same file is written once, whoever sends it
CREATE UNIQUE INDEX data_import_once ON data_import (sha256, coalesce(reseller_id, '00000000-0000-0000-0000-000000000000'))
    WHERE status IN ('CONFIRMED', 'WRITTEN', 'DONE');
CREATE INDEX data_import_latest ON data_import (uploaded_at DESC, number DESC);                       -- the vendor's list
CREATE INDEX data_import_reseller ON data_import (reseller_id, uploaded_at DESC, number DESC);        -- a reseller's list

-- What is wrong in which cell; sentences are made from text and args in the reader's language.
CREATE TABLE data_import_problem (
    import   varchar(40) NOT NULL REFERENCES data_import (number),
    position int NOT NULL,
    error    boolean NOT NULL,        -- otherwise a hint that keeps nobody from importing
    sheet    varchar(40) NOT NULL,
    line     int NOT NULL CHECK (line >= 0),   -- as Excel counts, from 1; 0 for the whole sheet
    col      int NOT NULL CHECK (col >= 0),    -- from 0 for A
    field    varchar(60) NOT NULL,    -- code of the column, empty for the whole row
    shown    varchar(200),            -- what stands there
    text     varchar(100) NOT NULL,
    args     text NOT NULL,           -- JSON
    PRIMARY KEY (import, position)
);

-- What became of a row: the organisation's id, SU-… or OR-…
CREATE TABLE data_import_row (
    import  varchar(40) NOT NULL REFERENCES data_import (number),
    kind    varchar(20) NOT NULL CHECK (kind IN ('CUSTOMERS', 'CONTRACTS', 'ORDERS')),
    line    int NOT NULL,
    subject varchar(40) NOT NULL,
    created boolean NOT NULL,         -- false: it was there before
    waiting boolean NOT NULL DEFAULT false, -- an order whose process has not been begun
    PRIMARY KEY (import, kind, line)
);
CREATE INDEX data_import_row_waiting ON data_import_row (import, line) WHERE waiting; -- the next orders to begin
CREATE INDEX data_import_row_subject ON data_import_row (subject);                    -- where a contract or customer comes from

-- How far a run has come. A table of its own: it is written while the rows themselves are still in their one transaction.
CREATE TABLE data_import_progress (
    import     varchar(40) PRIMARY KEY REFERENCES data_import (number),
    done       int NOT NULL,
    total      int NOT NULL,
    updated_at timestamptz NOT NULL
);

-- How a contract was called where it came from; a contract is taken over once.
CREATE TABLE taken_over_contract (
    subscription varchar(40) PRIMARY KEY REFERENCES subscription (number),
    reseller_id  uuid NOT NULL REFERENCES organisation (id),
    reference    varchar(64) NOT NULL,
    import       varchar(40) NOT NULL REFERENCES data_import (number),
    taken_over_on date NOT NULL,
    UNIQUE (reseller_id, reference)
);
CREATE INDEX taken_over_contract_import ON taken_over_contract (import);
