-- What open orders wait for their reseller to do, one row per wait: what (as in order-wait.<what>), since when, until when. Says the
-- same as the processes of an order, so that a list of orders need not ask the engine about each of them. Serves orders.OrderList;
-- rows of one order are found by the primary keys and indexes of the tables it looks into.
CREATE VIEW order_waiting_for_reseller AS
SELECT o.number AS order_number, o.reseller_id, w.what, w.since, w.due
FROM customer_order o
CROSS JOIN LATERAL (
    SELECT 'order-form' AS what, o.started_at AS since, o.form_deadline AS due WHERE o.status = 'STARTED'
    UNION ALL
    SELECT 'signed-agreement', a.sent_at, a.deadline FROM agreement a
    WHERE a.order_number = o.number AND a.status = 'SENT'
    UNION ALL
    SELECT 'credit-alternatives', c.changed_at, c.alternatives_until FROM credit_check c
    WHERE c.order_number = o.number AND c.status = 'ALTERNATIVES' AND c.alternative IS NULL
    UNION ALL
    SELECT 'account-question', p.asked_at, NULL FROM provisioning_clarification p
    WHERE p.order_number = o.number AND p.asked_at IS NOT NULL AND p.answered_at IS NULL
    UNION ALL
    SELECT 'receipts', min(s.shipped_at), NULL FROM shipment s
    WHERE s.order_number = o.number AND s.status IN ('UNDER_WAY', 'INCOMPLETE') AND s.open_pieces > 0
    HAVING count(*) > 0) w
WHERE o.status IN ('STARTED', 'REGISTERED', 'ACTIVE');

-- orders.OrderList: a reseller's orders by how far they have come, latest first
CREATE INDEX customer_order_open_of_reseller ON customer_order (reseller_id, started_at DESC, number DESC)
    WHERE status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING');
CREATE INDEX customer_order_completed_of_reseller ON customer_order (reseller_id, started_at DESC, number DESC)
    WHERE status = 'COMPLETED';
CREATE INDEX customer_order_ended_of_reseller ON customer_order (reseller_id, started_at DESC, number DESC)
    WHERE status IN ('REJECTED', 'DECLINED', 'CANCELLED', 'LAPSED');
-- the same of all of them and of one programme
CREATE INDEX customer_order_latest_of_reseller ON customer_order (reseller_id, started_at DESC, number DESC);
CREATE INDEX customer_order_programme_of_reseller ON customer_order (reseller_id, programme, started_at DESC, number DESC);
