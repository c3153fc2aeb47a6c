-- A difference between what contracts should have been invoiced and what was. One row is one case of
-- processes/reconciliation-case.bpmn; what was explained stays, so that nobody is asked twice.
CREATE TABLE reconciliation_case (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number     varchar(40) UNIQUE, -- RC-…; null until its process begins
    kind       varchar(20) NOT NULL CHECK (kind IN (
                   'MISSING', 'DOUBLE', 'AFTER_END', 'ADDITION', 'SUMS', 'NEGATIVE')),
    subject    varchar(40) NOT NULL, -- contract, change or invoice
    period     date,                 -- first day of it, where the difference is about one
    detail     varchar(500) NOT NULL,
    status     varchar(20) NOT NULL CHECK (status IN ('FOUND', 'OPEN', 'VANISHED', 'CLOSED', 'EXPLAINED')),
    note       varchar(2000),
    found_at   timestamptz NOT NULL,
    checked_at timestamptz NOT NULL,
    closed_at  timestamptz,
    CHECK (status <> 'OPEN' OR number IS NOT NULL),
    CHECK ((status IN ('CLOSED', 'EXPLAINED')) = (closed_at IS NOT NULL))
);
CREATE UNIQUE INDEX reconciliation_case_once ON reconciliation_case (subject, coalesce(period, '0001-01-01'), kind)
    WHERE status <> 'CLOSED';
CREATE INDEX reconciliation_case_to_do ON reconciliation_case (id) WHERE status IN ('FOUND', 'VANISHED'); -- the next portion
