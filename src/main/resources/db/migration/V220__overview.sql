-- What an organisation has to do, and what has happened to what it takes care of: the home page. Each kind is cut on its own, so
-- that an organisation with ten thousand of one kind reads no more than one with ten.
CREATE FUNCTION waiting_work(organisation uuid, today date, zone text, most int)
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
        AND NOT EXISTS (SELECT 1 FROM provisioning_clarification l WHERE l.order_number = c.order_number AND l.id > c.id)
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
     FROM device_return r WHERE r.reseller_id = organisation AND r.status = 'ANNOUNCED' AND r.due_on <= today + 14
     ORDER BY r.due_on LIMIT most)
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

CREATE INDEX customer_order_form_open ON customer_order (reseller_id, started_at) WHERE status = 'STARTED';     -- waiting_work
CREATE INDEX customer_order_to_sign ON customer_order (reseller_id, started_at)
    WHERE status IN ('STARTED', 'REGISTERED');                                                                  -- waiting_work
CREATE INDEX provisioning_clarification_open ON provisioning_clarification (asked_at)
    WHERE asked_at IS NOT NULL AND answered_at IS NULL;                                                         -- waiting_work
CREATE INDEX credit_check_alternatives ON credit_check (reseller_id, changed_at) WHERE status = 'ALTERNATIVES'; -- waiting_work
CREATE INDEX shipment_unconfirmed ON shipment (reseller_id, shipped_at) WHERE status IN ('UNDER_WAY', 'INCOMPLETE'); -- waiting_work
CREATE INDEX offer_question_open ON offer_question (asked_at) WHERE answer IS NULL;                             -- waiting_work
CREATE INDEX device_return_due ON device_return (reseller_id, due_on) WHERE status = 'ANNOUNCED';               -- waiting_work
CREATE INDEX subscription_follow_up ON subscription (reseller_id, follow_up_on)
    WHERE status = 'ACTIVE' AND follow_up_on IS NOT NULL;                                                       -- waiting_work
CREATE INDEX compensation_statement_sent ON compensation_statement (reseller_id, dispute_until) WHERE status = 'SENT'; -- waiting_work

-- The latest that has happened, most of each kind. money: only for who may see invoices and statements.
CREATE FUNCTION recent_changes(organisation uuid, begin timestamptz, zone text, most int)
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
$$;

CREATE INDEX order_milestone_at_lately ON order_milestone (at DESC);                                                  -- recent_changes
CREATE INDEX trial_started_lately ON trial (reseller_id, started_at DESC);                                            -- recent_changes
CREATE INDEX trial_ended_lately ON trial (reseller_id, ended_at DESC) WHERE ended_at IS NOT NULL;                     -- recent_changes
CREATE INDEX offer_ended_lately ON offer (reseller_id, ended_at DESC) WHERE ended_at IS NOT NULL;                     -- recent_changes
CREATE INDEX shipment_shipped_lately ON shipment (reseller_id, shipped_at DESC);                                      -- recent_changes
CREATE INDEX shipment_customer_lately ON shipment (customer_id, shipped_at DESC);                                     -- recent_changes
CREATE INDEX device_return_completed_lately ON device_return (reseller_id, completed_at DESC) WHERE completed_at IS NOT NULL; -- recent_changes
CREATE INDEX subscription_activated_lately ON subscription (customer_id, activated_at DESC);                          -- recent_changes
CREATE INDEX invoice_payable ON invoice (bill_to, due_date, number) WHERE kind = 'INVOICE';                    -- overview.Overview.invoicesDue
