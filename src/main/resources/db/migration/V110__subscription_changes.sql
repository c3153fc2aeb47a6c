-- What is asked for and done during the life of a contract, one row per request (A-02, A-03, A-19, A-31 to A-42).
CREATE TABLE subscription_change (
    number         varchar(40) PRIMARY KEY, -- CH-…
    subscription   varchar(40) NOT NULL REFERENCES subscription (number),
    kind           varchar(20) NOT NULL CHECK (kind IN ('ADD_SEATS', 'REDUCE_SEATS', 'CHANGE_PO', 'CANCEL', 'CHANGE_RESELLER', 'CHANGE_TERMS')),
    status         varchar(20) NOT NULL CHECK (status IN ('REQUESTED', 'SCHEDULED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    received_on    date NOT NULL,           -- the day that counts for deadlines, where the vendor is (C-10)
    effective_on   date NOT NULL,           -- first day it shows
    requested_by   varchar(255) NOT NULL,   -- address of a user of the reseller, or a member of staff
    answer_to      varchar(255) NOT NULL,   -- address the answer goes to
    requested_at   timestamptz NOT NULL,
    decided_by     varchar(255),
    decided_at     timestamptz,
    reason         text,                    -- why it was asked for, or refused
    accepted_terms varchar(40),             -- version accepted with added seats (A-35)
    old_reference  varchar(64),
    new_reference  varchar(64),
    old_reseller   uuid REFERENCES organisation (id),
    new_reseller   uuid REFERENCES organisation (id),
    agreed         text,                    -- what was agreed on instead of the programme's rules, in words (A-37)
    version        bigint NOT NULL DEFAULT 0,
    CHECK ((status IN ('REFUSED')) <= (decided_at IS NOT NULL)),
    CHECK ((kind = 'ADD_SEATS') <= (accepted_terms IS NOT NULL))
);
CREATE INDEX subscription_change_subscription ON subscription_change (subscription, number DESC); -- a subscription's history
CREATE INDEX subscription_change_open ON subscription_change (subscription, effective_on)
    WHERE status IN ('REQUESTED', 'SCHEDULED');                                                   -- what a renewal has to do
-- one notice at a time
CREATE UNIQUE INDEX subscription_change_one_notice ON subscription_change (subscription)
    WHERE kind = 'CANCEL' AND status IN ('REQUESTED', 'SCHEDULED');

-- Which products a change adds or takes away, and how many of each.
CREATE TABLE subscription_change_line (
    change   varchar(40) NOT NULL REFERENCES subscription_change (number),
    position int NOT NULL,
    product  varchar(40) NOT NULL REFERENCES product (code),
    quantity int NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (change, position),
    UNIQUE (change, product)
);

-- Seats that were added during a term are lines of their own until the renewal makes one line per product again.
ALTER TABLE subscription_line ADD COLUMN change varchar(40) REFERENCES subscription_change (number);
ALTER TABLE subscription_line ADD COLUMN begins_on date; -- first day of an addition; null: from the term's first day
ALTER TABLE subscription_line ADD CHECK ((begins_on IS NULL) OR (change IS NOT NULL));
CREATE UNIQUE INDEX subscription_line_change ON subscription_line (change, product) WHERE change IS NOT NULL; -- an addition counts once

-- The day a contract needs somebody to look at it: the first reminder, its end, a reduction that becomes effective.
ALTER TABLE subscription ADD COLUMN renewal_due_on date;
CREATE INDEX subscription_renewal_due ON subscription (renewal_due_on, number)
    WHERE status = 'ACTIVE' AND renewal_due_on IS NOT NULL; -- the nightly renewal run
-- Periods are counted from this month of the contract on: a rhythm agreed on later begins with a term (A-37).
ALTER TABLE subscription ADD COLUMN rhythm_from_month int NOT NULL DEFAULT 0 CHECK (rhythm_from_month >= 0);
ALTER TABLE subscription ADD COLUMN next_rhythm_months int CHECK (next_rhythm_months > 0); -- from the next term on; null: as it is

UPDATE subscription s SET renewal_due_on = t.renews_on - r.longest
FROM subscription_term t, programme_version v,
    LATERAL (SELECT max(d.days::int) AS longest
             FROM json_array_elements_text(coalesce(v.policy::json -> 'deadlines' -> 'renewalReminderDays', '[]')) d(days)) r
WHERE s.status = 'ACTIVE' AND v.code = s.programme AND v.version = s.policy_version AND r.longest IS NOT NULL
    AND t.subscription = s.number
    AND t.position = (SELECT max(position) FROM subscription_term WHERE subscription = s.number);

-- Reminders that went out, one per renewal and distance.
CREATE TABLE renewal_reminder (
    subscription varchar(40) NOT NULL REFERENCES subscription (number),
    renewal_on   date NOT NULL,
    days         int NOT NULL,
    sent_at      timestamptz NOT NULL,
    PRIMARY KEY (subscription, renewal_on, days)
);
CREATE TRIGGER renewal_reminder_kept BEFORE UPDATE OR DELETE ON renewal_reminder FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
