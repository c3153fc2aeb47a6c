-- What somebody wants taken back of an invoice. One row is one case of processes/credit-note.bpmn; what is wanted counts
-- against what is left of the invoice from the moment it is wanted.
CREATE TABLE credit_request (
    number        varchar(40) PRIMARY KEY,
    invoice       varchar(40) NOT NULL REFERENCES invoice (number),
    reason        varchar(500) NOT NULL,
    again         boolean NOT NULL,                                   -- what it was for is invoiced again (AA-10)
    requested_at  timestamptz NOT NULL,
    credit_note   varchar(40) UNIQUE REFERENCES invoice (number)      -- null until it is issued
);
CREATE INDEX credit_request_open ON credit_request (invoice) WHERE credit_note IS NULL; -- what else is wanted of an invoice

CREATE TABLE credit_request_line (
    request  varchar(40) NOT NULL REFERENCES credit_request (number),
    position int NOT NULL,                                            -- of the invoice's line, from 0
    net      numeric(19, 4) NOT NULL,
    PRIMARY KEY (request, position)
);
