-- A contract can move to another reseller, who then reads nothing of what was written before.
ALTER TABLE subscription ADD COLUMN reseller_since timestamptz; -- when it moved last; null if it never did

UPDATE subscription s SET reseller_since = moved.at
FROM (SELECT subject, max(at) AS at FROM audit_entry WHERE action = 'reseller-changed' GROUP BY subject) moved
WHERE moved.subject = s.number;

-- Whose matter a number is, and of which kind. Asked by number only. since: nothing older is its reseller's to read. gone: an offer
-- that was thrown away; what was written about it stays, so that it can be read and settled.
CREATE OR REPLACE VIEW conversation_subject AS
SELECT number, 'ORDER'::text AS kind, reseller_id, customer_id, '-infinity'::timestamptz AS since, false AS gone FROM customer_order
UNION ALL SELECT number, 'OFFER', reseller_id, customer_id, '-infinity', false FROM offer
UNION ALL SELECT number, 'TRIAL', reseller_id, customer_id, '-infinity', false FROM trial
UNION ALL SELECT number, 'CONTRACT', reseller_id, customer_id, coalesce(reseller_since, '-infinity'), false FROM subscription
UNION ALL SELECT number, 'RETURN', reseller_id, customer_id, '-infinity', false FROM device_return
UNION ALL SELECT c.number, c.kind, c.reseller_id, c.customer_id, '-infinity', true FROM conversation c
    WHERE c.kind = 'OFFER' AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.number = c.number);

-- A contract's conversation moves with it. It stands in the new reseller's list when the first message of its own time is written.
CREATE FUNCTION hand_over_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.conversation SET reseller_id = NEW.reseller_id, said_at = NULL, answered_at = NULL WHERE number = NEW.number;
    RETURN NULL;
END $$;
CREATE TRIGGER subscription_conversation_handed_over AFTER UPDATE OF reseller_id ON subscription
    FOR EACH ROW WHEN (OLD.reseller_id <> NEW.reseller_id) EXECUTE FUNCTION partnerflow.hand_over_conversation();

UPDATE conversation c SET reseller_id = s.reseller_id, said_at = NULL, answered_at = NULL
FROM subscription s WHERE s.number = c.number AND s.reseller_id <> c.reseller_id;
