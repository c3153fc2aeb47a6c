-- A question about an account waits for the reseller until the account was tried again: then somebody has decided without it. And a
-- return is due when it was put off to.
CREATE OR REPLACE FUNCTION waiting_work(organisation uuid, today date, zone text, most int)
RETURNS TABLE (kind text, subject varchar, customer_id uuid, since date, due date)
LANGUAGE sql STABLE AS $$
    (SELECT 'ORDER_FORM', o.number, o.customer_id, (o.started_at AT TIME ZONE zone)::date,
            (o.form_deadline AT TIME ZONE zone)::date
     FROM customer_order o WHERE o.reseller_id = organisation AND o.status = 'STARTED'
     ORDER BY o.started_at LIMIT most)
    UNION ALL
    (SELECT CASE WHEN a.return_reason IS NULL THEN 'SIGNED_AGREEMENT' ELSE 'AGREEMENT_RETURNED' END, o.number, o.customer_id,
            (a.sent_at AT TIME ZONE zone)::date, (a.deadline AT TIME ZONE zone)::date
     FROM customer_order o JOIN agreement a ON a.order_number = o.number AND a.status = 'SENT'
     WHERE o.reseller_id = organisation AND o.status IN ('STARTED', 'REGISTERED')
     ORDER BY o.started_at LIMIT most)
    UNION ALL
    (SELECT 'ORIGINAL', o.number, o.customer_id, (g.asked_at AT TIME ZONE zone)::date, (g.due_at AT TIME ZONE zone)::date
     FROM agreement_original g JOIN customer_order o ON o.number = g.order_number
     WHERE g.status = 'MISSING' AND o.reseller_id = organisation
     ORDER BY g.due_at LIMIT most)
    UNION ALL
    (SELECT 'ACCOUNT_QUESTION', o.number, o.customer_id, (c.asked_at AT TIME ZONE zone)::date, NULL::date
     FROM provisioning_clarification c JOIN customer_order o ON o.number = c.order_number
     WHERE c.asked_at IS NOT NULL AND c.answered_at IS NULL AND o.reseller_id = organisation
        AND o.status IN ('REGISTERED', 'ACTIVE')
        AND NOT EXISTS (SELECT 1 FROM provisioning_attempt t WHERE t.case_number = c.order_number AND t.id > c.last_attempt)
     ORDER BY c.asked_at LIMIT most)
    UNION ALL
    (SELECT 'CREDIT_ALTERNATIVE', k.order_number, k.customer_id, (k.changed_at AT TIME ZONE zone)::date,
            (k.alternatives_until AT TIME ZONE zone)::date
     FROM credit_check k WHERE k.reseller_id = organisation AND k.status = 'ALTERNATIVES' AND k.alternative IS NULL
     ORDER BY k.changed_at LIMIT most)
    UNION ALL
    (SELECT 'RECEIPT', s.number, s.customer_id, (s.shipped_at AT TIME ZONE zone)::date, NULL::date
     FROM shipment s WHERE s.reseller_id = organisation AND s.status IN ('UNDER_WAY', 'INCOMPLETE') AND s.open_pieces > 0
     ORDER BY s.shipped_at LIMIT most)
    UNION ALL
    (SELECT 'OFFER_QUESTION', f.number, f.customer_id, (min(q.asked_at) AT TIME ZONE zone)::date, NULL::date
     FROM offer_question q JOIN offer f ON f.number = q.offer_number
     WHERE q.answer IS NULL AND f.reseller_id = organisation AND f.status = 'SENT'
     GROUP BY f.number ORDER BY min(q.asked_at) LIMIT most)
    UNION ALL
    (SELECT CASE c.status WHEN 'LIMITED' THEN 'ACCOUNT_LIMITED' ELSE 'SEATS_MISSING' END, c.number, c.customer_id,
            (c.opened_at AT TIME ZONE zone)::date, CASE c.status WHEN 'WARNED' THEN c.grace_ends_on END
     FROM coverage_case c JOIN reseller_link l ON l.customer_id = c.customer_id AND l.until IS NULL AND l.reseller_id = organisation
     WHERE c.status IN ('WARNED', 'LIMITED')
     ORDER BY c.opened_at LIMIT most)
    UNION ALL
    (SELECT 'RETURN', r.number, r.customer_id, r.started_on, greatest(r.due_on, r.granted_until)
     FROM device_return r WHERE r.reseller_id = organisation AND r.status = 'ANNOUNCED'
        AND greatest(r.due_on, r.granted_until) <= today + 14
     ORDER BY 5 LIMIT most)
    UNION ALL
    (SELECT 'FOLLOW_UP', s.number, s.customer_id, s.follow_up_on, s.ends_on - 1
     FROM subscription s WHERE s.reseller_id = organisation AND s.status = 'ACTIVE' AND s.follow_up_on <= today
        AND NOT EXISTS (SELECT 1 FROM offer f WHERE f.follows = s.number AND f.status IN ('SENT', 'ACCEPTED'))
     ORDER BY s.follow_up_on LIMIT most)
    UNION ALL
    (SELECT 'STATEMENT', t.number, NULL::uuid, t.sent_on, t.dispute_until
     FROM compensation_statement t
     WHERE t.reseller_id = organisation AND t.status = 'SENT' AND t.dispute_until >= today AND t.payable > 0
     ORDER BY t.dispute_until LIMIT most)
    UNION ALL
    (SELECT 'INVOICE_OVERDUE', i.number, i.customer_id, i.due_date, NULL::date
     FROM dunning d JOIN invoice i ON i.number = d.invoice
     WHERE d.payer = organisation AND d.status <> 'CLOSED'
     ORDER BY i.due_date LIMIT most)
    UNION ALL
    (SELECT 'LINK_REQUEST', k.number, k.reseller_id, (k.asked_at AT TIME ZONE zone)::date, (k.deadline AT TIME ZONE zone)::date
     FROM link_request k WHERE k.customer_id = organisation AND k.status = 'OPEN'
     ORDER BY k.deadline LIMIT most)
$$;

CREATE OR REPLACE VIEW order_waiting_for_reseller AS
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
        AND NOT EXISTS (SELECT 1 FROM provisioning_attempt t WHERE t.case_number = o.number AND t.id > p.last_attempt)
    UNION ALL
    SELECT 'receipts', min(s.shipped_at), NULL FROM shipment s
    WHERE s.order_number = o.number AND s.status IN ('UNDER_WAY', 'INCOMPLETE') AND s.open_pieces > 0
    HAVING count(*) > 0) w
WHERE o.status IN ('STARTED', 'REGISTERED', 'ACTIVE');

-- What nobody asks: no list sorts by it, another index serves, no order ever changes its reseller.
DROP INDEX invoice_payable;
DROP INDEX compensation_statement_months;
DROP TRIGGER customer_order_handed_over ON customer_order;
DROP FUNCTION keep_milestones_with_order();
