-- What happened, for programs that follow it. Written in the transaction of what happened, never changed.
CREATE TABLE event (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uid    uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE, -- its name outside
    at     timestamptz NOT NULL,
    type   varchar(60) NOT NULL,                           -- such as order.completed
    area   varchar(20) NOT NULL,                           -- such as orders: who may read those may read of it
    number varchar(64) NOT NULL                            -- human number of what it happened to
);
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Events nobody has been given yet: committed, without a place in anybody's journal.
CREATE TABLE event_unread (
    event_id bigint PRIMARY KEY REFERENCES event (id)
);

-- Everybody's journal. Places are given one after the other, after the commit of what happened: whoever has read up to
-- a place never misses one before it, however the transactions overlapped.
CREATE TABLE event_journal (
    position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id        bigint NOT NULL REFERENCES event (id),
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    UNIQUE (event_id, organisation_id)
);
CREATE INDEX event_journal_organisation ON event_journal (organisation_id, position); -- Events.after
CREATE TRIGGER event_journal_append_only BEFORE UPDATE OR DELETE ON event_journal
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Whose matter a number is: the same organisations as see it in the portal. Asked by number only.
CREATE VIEW event_audience AS
SELECT number, reseller_id AS organisation_id FROM trial
UNION ALL SELECT number, reseller_id FROM offer
UNION ALL SELECT number, reseller_id FROM customer_order
UNION ALL SELECT number, reseller_id FROM subscription
UNION ALL SELECT number, customer_id FROM subscription
UNION ALL SELECT number, bill_to FROM invoice
UNION ALL SELECT number, reseller_id FROM compensation_statement WHERE status <> 'DRAWN_UP'
UNION ALL SELECT number, reseller_id FROM shipment
UNION ALL SELECT number, reseller_id FROM device_return;
