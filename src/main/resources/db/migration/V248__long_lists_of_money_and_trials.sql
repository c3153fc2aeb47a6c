-- What still grew with the tables: the latest of one reseller's orders was looked for among everybody's, a payer's payments among all
-- payments, the trials of a stage among all trials.
ALTER TABLE order_milestone ADD COLUMN reseller_id uuid; -- the order's, as it is now
UPDATE order_milestone m SET reseller_id = o.reseller_id FROM customer_order o WHERE o.number = m.order_number;
ALTER TABLE order_milestone ALTER COLUMN reseller_id SET NOT NULL,
    ADD FOREIGN KEY (reseller_id) REFERENCES organisation (id);
DROP INDEX order_milestone_at_lately;
CREATE INDEX order_milestone_lately ON order_milestone (reseller_id, at DESC); -- recent_changes

CREATE FUNCTION keep_milestone_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.reseller_id := (SELECT o.reseller_id FROM partnerflow.customer_order o WHERE o.number = NEW.order_number);
    RETURN NEW;
END $$;
CREATE TRIGGER order_milestone_listed BEFORE INSERT ON order_milestone FOR EACH ROW EXECUTE FUNCTION keep_milestone_listed();

CREATE FUNCTION keep_milestones_with_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.order_milestone SET reseller_id = NEW.reseller_id WHERE order_number = NEW.number;
    RETURN NULL;
END $$;
CREATE TRIGGER customer_order_handed_over AFTER UPDATE OF reseller_id ON customer_order
    FOR EACH ROW WHEN (OLD.reseller_id <> NEW.reseller_id) EXECUTE FUNCTION keep_milestones_with_order();

CREATE OR REPLACE FUNCTION recent_changes(organisation uuid, begin timestamptz, zone text, most int)
RETURNS TABLE (kind text, subject varchar, customer_id uuid, at timestamptz, money boolean)
LANGUAGE sql STABLE AS $$
    (SELECT 'ORDER.' || m.name, o.number, o.customer_id, m.at, false
     FROM (SELECT * FROM order_milestone n WHERE n.reseller_id = organisation AND n.at >= begin ORDER BY n.at DESC LIMIT most) m
     JOIN customer_order o ON o.number = m.order_number)
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

-- Whom the invoice was sent to. Payments never change and neither do invoices, so it is written once.
ALTER TABLE payment ADD COLUMN payer uuid;
ALTER TABLE payment DISABLE TRIGGER payment_immutable;
UPDATE payment p SET payer = i.bill_to FROM invoice i WHERE i.number = p.invoice;
ALTER TABLE payment ENABLE TRIGGER payment_immutable;
ALTER TABLE payment ALTER COLUMN payer SET NOT NULL, ADD FOREIGN KEY (payer) REFERENCES organisation (id);
CREATE INDEX payment_payer ON payment (payer, received_on DESC, recorded_at DESC, reference); -- Receivables.paymentsOf

CREATE FUNCTION keep_payer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.payer := (SELECT i.bill_to FROM partnerflow.invoice i WHERE i.number = NEW.invoice);
    RETURN NEW;
END $$;
CREATE TRIGGER payment_payer_kept BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION keep_payer();

-- Receivables.toPay adds up what is open without looking at the invoices
CREATE INDEX listed_invoice_to_pay ON listed_invoice (bill_to, currency) INCLUDE (due_date, collection_day, open) WHERE standing = 'OPEN';
-- InvoiceStandings.list: what is overdue, latest first
CREATE INDEX listed_invoice_not_collected ON listed_invoice (bill_to, issue_date DESC, number DESC, due_date)
    WHERE standing = 'OPEN' AND collection_day IS NULL;

-- TrialList.of: by end, of all and of those that run; of one stage by startedAt and customer
CREATE INDEX trial_end ON trial (reseller_id, inactive_from, number);
CREATE INDEX trial_running ON trial (reseller_id, inactive_from, number) WHERE status IN ('STARTING', 'IN_USE');
CREATE INDEX trial_state_started ON trial (reseller_id, status, started_at, number);
CREATE INDEX trial_state_customer ON trial (reseller_id, status, customer_sort, number);

-- What a contract's running term sells for, so that a reseller's figures (Subscriptions.revenue) are added up from an index alone.
CREATE FUNCTION revenue_of(s subscription, OUT currency char(3), OUT sold numeric, OUT discount numeric) LANGUAGE sql STABLE AS $$
    SELECT min(l.currency), coalesce(sum(l.annual_list), 0), coalesce(sum(l.annual_list - l.annual_net), 0)
    FROM partnerflow.subscription_line l WHERE l.subscription = s.number
        AND l.term = (SELECT max(t.position) FROM partnerflow.subscription_term t WHERE t.subscription = s.number)
$$;
ALTER TABLE subscription ADD COLUMN listed_currency char(3), ADD COLUMN listed_sold numeric NOT NULL DEFAULT 0,
    ADD COLUMN listed_discount numeric NOT NULL DEFAULT 0;
UPDATE subscription s SET (listed_currency, listed_sold, listed_discount) = (SELECT r.* FROM revenue_of(s) r);
CREATE INDEX subscription_sold ON subscription (reseller_id, listed_currency) INCLUDE (listed_sold, listed_discount) WHERE status = 'ACTIVE';

CREATE OR REPLACE FUNCTION keep_sold_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.subscription s SET (listed_currency, listed_sold, listed_discount) = (SELECT r.* FROM partnerflow.revenue_of(s) r)
    WHERE s.number IN (SELECT w.subscription FROM written w);
    PERFORM partnerflow.refresh_customer(c.reseller_id, c.customer_id)
    FROM (SELECT DISTINCT s.reseller_id, s.customer_id FROM written w JOIN partnerflow.subscription s ON s.number = w.subscription
          ORDER BY 1, 2) c;
    RETURN NULL;
END $$;
CREATE TRIGGER subscription_term_begun AFTER INSERT ON subscription_term REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION keep_sold_listed();

-- Statements.account: what a reseller's statements come to
CREATE INDEX compensation_statement_account ON compensation_statement (reseller_id, currency, status) INCLUDE (payable)
    WHERE status <> 'DRAWN_UP';

-- Whether a customer has more devices of a type than seats for them. Dear, so that it is asked only of those few that may be it.
CREATE FUNCTION lacks_seats(customer uuid, day date) RETURNS boolean LANGUAGE plpgsql STABLE COST 100000 AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM partnerflow.seat_coverage(day) c WHERE c.customer_id = customer AND c.devices > c.seat_count);
END $$;

CREATE OR REPLACE FUNCTION rebuild_lists() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.customer_order o SET customer_sort = partnerflow.sort_name(o.customer_id), search = partnerflow.words_of(o);
    UPDATE partnerflow.offer o SET customer_sort = partnerflow.sort_name(o.customer_id), search = partnerflow.words_of(o),
        valid_until = partnerflow.shown_until(o);
    UPDATE partnerflow.subscription s SET customer_sort = partnerflow.sort_name(s.customer_id), search = partnerflow.words_of(s),
        payer = partnerflow.payer_of(s);
    UPDATE partnerflow.trial t SET customer_sort = partnerflow.sort_name(t.customer_id), search = partnerflow.words_of(t);
    UPDATE partnerflow.shipment s SET customer_sort = partnerflow.sort_name(s.customer_id), search = partnerflow.words_of(s);
    UPDATE partnerflow.device d SET customer_sort = partnerflow.sort_name(d.customer_id), search = partnerflow.words_of(d),
        product_sort = (SELECT lower(p.name) FROM partnerflow.product p WHERE p.code = d.product);
    UPDATE partnerflow.device_return r SET customer_sort = partnerflow.sort_name(r.customer_id), search = partnerflow.words_of(r);
    UPDATE partnerflow.compensation_statement s SET search = partnerflow.words_of(s);
    UPDATE partnerflow.order_milestone m SET reseller_id = o.reseller_id
    FROM partnerflow.customer_order o WHERE o.number = m.order_number AND o.reseller_id IS DISTINCT FROM m.reseller_id;
    UPDATE partnerflow.subscription s SET (listed_currency, listed_sold, listed_discount) = (SELECT r.* FROM partnerflow.revenue_of(s) r);
    DELETE FROM partnerflow.listed_customer;
    INSERT INTO partnerflow.listed_customer SELECT * FROM partnerflow.customer_to_list;
    DELETE FROM partnerflow.listed_deadline;
    INSERT INTO partnerflow.listed_deadline SELECT * FROM partnerflow.deadline_to_list;
    DELETE FROM partnerflow.listed_invoice;
    INSERT INTO partnerflow.listed_invoice SELECT * FROM partnerflow.invoice_to_list;
END $$;
