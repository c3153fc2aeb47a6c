-- What the vendor has written stands among what is new for the reseller.
CREATE OR REPLACE FUNCTION recent_changes(organisation uuid, begin timestamptz, zone text, most int)
RETURNS TABLE (kind text, subject varchar, customer_id uuid, at timestamptz, money boolean)
LANGUAGE sql STABLE AS $$
    (SELECT 'ORDER.' || m.name, o.number, o.customer_id, m.at, false
     FROM order_milestone m JOIN customer_order o ON o.number = m.order_number
     WHERE o.reseller_id = organisation AND m.at >= begin
     ORDER BY m.at DESC LIMIT most)
    UNION ALL
    (SELECT 'TRIAL_STARTED', t.number, t.customer_id, t.started_at, false
     FROM trial t WHERE t.reseller_id = organisation AND t.started_at >= begin
     ORDER BY t.started_at DESC LIMIT most)
    UNION ALL
    (SELECT 'TRIAL_' || t.status, t.number, t.customer_id, t.ended_at, false
     FROM trial t WHERE t.reseller_id = organisation AND t.ended_at >= begin
     ORDER BY t.ended_at DESC LIMIT most)
    UNION ALL
    (SELECT 'OFFER_' || f.status, f.number, f.customer_id, f.ended_at, false
     FROM offer f WHERE f.reseller_id = organisation AND f.ended_at >= begin
     ORDER BY f.ended_at DESC LIMIT most)
    UNION ALL
    (SELECT 'SHIPMENT_SENT', s.number, s.customer_id, s.shipped_at, false
     FROM shipment s WHERE s.reseller_id = organisation AND s.shipped_at >= begin
     ORDER BY s.shipped_at DESC LIMIT most)
    UNION ALL
    (SELECT 'SHIPMENT_SENT', s.number, s.customer_id, s.shipped_at, false
     FROM shipment s WHERE s.customer_id = organisation AND s.reseller_id <> organisation AND s.shipped_at >= begin
     ORDER BY s.shipped_at DESC LIMIT most)
    UNION ALL
    (SELECT 'RETURN_COMPLETED', r.number, r.customer_id, r.completed_at, false
     FROM device_return r WHERE r.reseller_id = organisation AND r.completed_at >= begin
     ORDER BY r.completed_at DESC LIMIT most)
    UNION ALL
    (SELECT 'CONTRACT_STARTED', u.number, u.customer_id, u.activated_at, false
     FROM subscription u WHERE u.customer_id = organisation AND u.activated_at >= begin
     ORDER BY u.activated_at DESC LIMIT most)
    UNION ALL
    (SELECT CASE i.kind WHEN 'INVOICE' THEN 'INVOICE_ISSUED' ELSE 'CREDIT_NOTE_ISSUED' END, i.number, i.customer_id, i.issued_at, true
     FROM invoice i WHERE i.bill_to = organisation AND i.issue_date >= (begin AT TIME ZONE zone)::date AND i.issued_at >= begin
     ORDER BY i.issue_date DESC, i.number DESC LIMIT most)
    UNION ALL
    (SELECT 'STATEMENT_SENT', t.number, NULL::uuid, t.drawn_up_at, true
     FROM compensation_statement t
     WHERE t.reseller_id = organisation AND t.status <> 'DRAWN_UP' AND t.drawn_up_at >= begin
     ORDER BY t.drawn_up_at DESC LIMIT most)
    UNION ALL
    (SELECT 'MESSAGE_ANSWERED', c.number, c.customer_id, c.answered_at, false
     FROM conversation c WHERE c.reseller_id = organisation AND c.answered_at >= begin
     ORDER BY c.answered_at DESC LIMIT most)
$$;
