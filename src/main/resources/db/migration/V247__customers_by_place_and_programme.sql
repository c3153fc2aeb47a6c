-- Customers are looked for by where they are and by what they have tried, ordered or bought, too.
ALTER TABLE listed_customer ADD COLUMN city text NOT NULL DEFAULT '', ADD COLUMN programmes text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE VIEW customer_to_list AS
SELECT v.reseller_id, v.customer_id, v.state, lower(v.name) AS name, v.country, v.since, v.trial_inactive_from, v.sold_per_year,
    search_words(v.name, v.registration_number, replace(v.registration_number, '-', ''), v.city, v.trial_number, v.order_number) AS search,
    v.city::text AS city,
    ARRAY(SELECT p.programme::text FROM (
            SELECT t.programme FROM trial t WHERE t.reseller_id = v.reseller_id AND t.customer_id = v.customer_id
            UNION SELECT o.programme FROM customer_order o WHERE o.reseller_id = v.reseller_id AND o.customer_id = v.customer_id
            UNION SELECT s.programme FROM subscription s WHERE s.reseller_id = v.reseller_id AND s.customer_id = v.customer_id) p
        ORDER BY 1) AS programmes
FROM customer_overview v;

CREATE OR REPLACE FUNCTION refresh_customer(reseller uuid, customer uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM partnerflow.reseller_link r
    WHERE r.reseller_id = reseller AND r.customer_id = customer AND r.until IS NULL FOR NO KEY UPDATE;
    INSERT INTO partnerflow.listed_customer AS l
    SELECT * FROM partnerflow.customer_to_list v WHERE v.reseller_id = reseller AND v.customer_id = customer
    ON CONFLICT (reseller_id, customer_id) DO UPDATE SET state = excluded.state, name = excluded.name, country = excluded.country,
        since = excluded.since, trial_inactive_from = excluded.trial_inactive_from, sold_per_year = excluded.sold_per_year,
        search = excluded.search, city = excluded.city, programmes = excluded.programmes
    WHERE (l.state, l.name, l.country, l.since, l.trial_inactive_from, l.sold_per_year, l.search, l.city, l.programmes) IS DISTINCT FROM
        (excluded.state, excluded.name, excluded.country, excluded.since, excluded.trial_inactive_from, excluded.sold_per_year,
            excluded.search, excluded.city, excluded.programmes);
END $$;

UPDATE listed_customer l SET city = v.city, programmes = v.programmes FROM customer_to_list v
WHERE v.reseller_id = l.reseller_id AND v.customer_id = l.customer_id;

-- Customers.places: each place once, by leaps; Customers.of: those of one place
CREATE INDEX listed_customer_place ON listed_customer (reseller_id, country, city, name, customer_id);
-- Customers.of: those of one programme
CREATE INDEX listed_customer_programmes ON listed_customer USING gin (reseller_id, programmes);
