-- A reseller asks an organisation to let it act for it. A declined or expired request stays as it is; asking again is a new one.
CREATE TABLE link_request (
    number      varchar(32) PRIMARY KEY,
    reseller_id uuid NOT NULL REFERENCES organisation (id),
    customer_id uuid NOT NULL REFERENCES organisation (id) CHECK (customer_id <> reseller_id),
    role        varchar(20) NOT NULL CHECK (role IN ('VIEW', 'ORDER', 'BILLING', 'ADMIN')),
    message     varchar(500),
    asked_by    uuid NOT NULL REFERENCES user_account (id),
    asked_at    timestamptz NOT NULL,
    deadline    timestamptz NOT NULL,
    status      varchar(20) NOT NULL CHECK (status IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    answered_by varchar(254), -- e-mail address of the administrator, or the desk; null unless accepted or declined
    ended_at    timestamptz,
    version     bigint NOT NULL,
    CHECK ((status = 'OPEN') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX link_request_open ON link_request (reseller_id, customer_id) WHERE status = 'OPEN';
CREATE INDEX link_request_customer ON link_request (customer_id, asked_at); -- links page of the organisation
CREATE INDEX link_request_reseller ON link_request (reseller_id, asked_at); -- links page of the reseller
ALTER TABLE reseller_link ADD FOREIGN KEY (request) REFERENCES link_request (number);
