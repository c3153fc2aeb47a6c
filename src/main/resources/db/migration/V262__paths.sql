-- How far a customer has come with a reseller in a programme: when it first tried, ordered, had what it ordered, and stayed. A contract
-- that has gone to another reseller since counts where it was sold.
CREATE VIEW customer_path AS
SELECT reseller_id, customer_id, programme,
       min(tried_at) AS tried_at, min(ordered_at) AS ordered_at, min(active_at) AS active_at, min(renewed_on) AS renewed_on
FROM (
    SELECT reseller_id, customer_id, programme, started_at AS tried_at, NULL::timestamptz AS ordered_at, NULL::timestamptz AS active_at,
           NULL::date AS renewed_on
    FROM trial
    UNION ALL
    SELECT o.reseller_id, o.customer_id, o.programme, NULL, o.started_at, s.activated_at,
           (SELECT min(t.begins_on) FROM subscription_term t WHERE t.subscription = s.number AND t.position > 0)
    FROM customer_order o LEFT JOIN subscription s ON s.order_number = o.number
) step
GROUP BY reseller_id, customer_id, programme;

CREATE INDEX trial_path ON trial (reseller_id, programme, started_at);                    -- customer_path of one reseller
CREATE INDEX customer_order_path ON customer_order (reseller_id, programme, started_at);  -- customer_path of one reseller
CREATE INDEX reseller_application_path ON reseller_application (submitted_at, programme); -- applications of some months
