-- How each reseller stands with each of its customers: what the tabs of the page Customers show, one row per customer.
-- Serves customers.CustomerList; a customer's rows are found by reseller_link_once, trial_reseller, customer_order_customer
-- and subscription_customer.
CREATE VIEW customer_overview AS
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
           count(DISTINCT u.number) FILTER (WHERE u.status = 'ENDED') AS ended,
           min(n.currency) AS currency,
           sum(n.annual_list) FILTER (WHERE u.status = 'ACTIVE') AS sold_per_year,
           sum(n.annual_list - n.annual_net) FILTER (WHERE u.status = 'ACTIVE') AS discount_per_year,
           min(u.next_invoice_on) AS next_invoice_on
    FROM subscription u
    LEFT JOIN subscription_line n ON n.subscription = u.number
        AND n.term = (SELECT max(position) FROM subscription_term WHERE subscription = u.number)
    WHERE u.customer_id = l.customer_id AND u.reseller_id = l.reseller_id) s
WHERE l.until IS NULL;
