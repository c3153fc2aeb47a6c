-- Contracts that end by themselves (W-30), their extensions (W-31), and their closing once everything has come back.
ALTER TABLE subscription ADD COLUMN follow_up_on date; -- the reseller is asked for a follow-up offer (W-22); null: the contract does not end by itself
ALTER TABLE subscription ADD CHECK (follow_up_on IS NULL OR ends_on IS NOT NULL);
ALTER TABLE subscription ADD COLUMN closed_at timestamptz;
ALTER TABLE subscription DROP CONSTRAINT subscription_status_check;
ALTER TABLE subscription ADD CONSTRAINT subscription_status_check CHECK (status IN ('ACTIVE', 'ENDED', 'CLOSED'));
ALTER TABLE subscription DROP CONSTRAINT subscription_check;
ALTER TABLE subscription ADD CONSTRAINT subscription_ended_check CHECK ((status <> 'ACTIVE') = (ended_at IS NOT NULL));
ALTER TABLE subscription ADD CONSTRAINT subscription_closed_check CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL));

-- Those that had begun before contracts knew that they end.
UPDATE subscription s SET ends_on = t.renews_on,
    follow_up_on = (t.renews_on - make_interval(months => (v.policy::json -> 'ending' ->> 'followUpMonths')::int))::date
FROM subscription_term t, programme_version v
WHERE v.code = s.programme AND v.version = s.policy_version AND v.policy::json ->> 'endOfTerm' = 'ENDS'
    AND s.status = 'ACTIVE' AND s.ends_on IS NULL AND t.subscription = s.number
    AND t.position = (SELECT max(position) FROM subscription_term WHERE subscription = s.number);

ALTER TABLE subscription_change DROP CONSTRAINT subscription_change_kind_check;
ALTER TABLE subscription_change ADD CONSTRAINT subscription_change_kind_check CHECK (kind IN (
    'ADD_SEATS', 'REDUCE_SEATS', 'CHANGE_PO', 'CANCEL', 'CHANGE_RESELLER', 'CHANGE_TERMS', 'EXTEND'));
ALTER TABLE subscription_change ADD COLUMN extended_months int CHECK (extended_months > 0); -- by which the contract became longer
ALTER TABLE subscription_change ADD COLUMN extended_until date;                             -- first day after it
ALTER TABLE subscription_change ADD CHECK ((kind = 'EXTEND') = (extended_months IS NOT NULL));
ALTER TABLE subscription_change ADD CHECK ((kind = 'EXTEND') = (extended_until IS NOT NULL));
ALTER TABLE subscription_change ADD CHECK (extended_until > effective_on);
-- the same end is moved once, whoever asks twice
CREATE UNIQUE INDEX subscription_change_extension ON subscription_change (subscription, effective_on) WHERE kind = 'EXTEND';
CREATE TRIGGER subscription_extension_kept BEFORE UPDATE OR DELETE ON subscription_change
    FOR EACH ROW WHEN (OLD.kind = 'EXTEND') EXECUTE FUNCTION partnerflow.refuse_change();

-- The next invoice of a contract that ends before it is none; a closed contract is one that has ended.
CREATE OR REPLACE VIEW customer_overview AS
SELECT l.reseller_id,
       l.customer_id,
       l.since,
       o.name,
       o.country,
       o.registration_number,
       o.city,
       CASE
           WHEN s.active > 0 THEN 'CUSTOMER'
           WHEN t.status IN ('STARTING', 'IN_USE', 'INACTIVE') THEN 'TRIAL'
           WHEN t.status = 'CONVERTED' AND r.number IS NOT NULL THEN 'TRIAL' -- account made, subscription a moment away
           WHEN t.number IS NOT NULL OR s.ended > 0 THEN 'ENDED'
           ELSE 'PREPARED'
       END AS state,
       t.number AS trial_number,
       t.status AS trial_status,
       t.inactive_from AS trial_inactive_from,
       t.purge_on AS trial_purge_on,
       r.number AS order_number,
       r.status AS order_status,
       s.active AS subscriptions,
       s.currency,
       s.sold_per_year,
       s.discount_per_year,
       s.next_invoice_on
FROM reseller_link l
JOIN organisation o ON o.id = l.customer_id
LEFT JOIN LATERAL (
    SELECT number, status, inactive_from, purge_on
    FROM trial
    WHERE reseller_id = l.reseller_id AND customer_id = l.customer_id
    ORDER BY (status IN ('STARTING', 'IN_USE', 'INACTIVE')) DESC, started_at DESC
    LIMIT 1) t ON true
LEFT JOIN LATERAL (
    SELECT number, status
    FROM customer_order
    WHERE customer_id = l.customer_id AND reseller_id = l.reseller_id
      AND status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')
    ORDER BY started_at DESC
    LIMIT 1) r ON true
CROSS JOIN LATERAL (
    SELECT count(DISTINCT u.number) FILTER (WHERE u.status = 'ACTIVE') AS active,
           count(DISTINCT u.number) FILTER (WHERE u.status <> 'ACTIVE') AS ended,
           min(n.currency) AS currency,
           sum(n.annual_list) FILTER (WHERE u.status = 'ACTIVE') AS sold_per_year,
           sum(n.annual_list - n.annual_net) FILTER (WHERE u.status = 'ACTIVE') AS discount_per_year,
           min(u.next_invoice_on) FILTER (WHERE u.ends_on IS NULL OR u.next_invoice_on < u.ends_on) AS next_invoice_on
    FROM subscription u
    LEFT JOIN subscription_line n ON n.subscription = u.number
        AND n.term = (SELECT max(position) FROM subscription_term WHERE subscription = u.number)
    WHERE u.customer_id = l.customer_id AND u.reseller_id = l.reseller_id) s
WHERE l.until IS NULL;
