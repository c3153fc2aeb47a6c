-- Who takes over ten thousand customers and contracts writes each customer's row of the lists five times over: with its link, its order,
-- its contract, its term and its lines. An import puts the lists off (lists_later) and has each row of them written once at its end
-- (refresh_customers, refresh_contracts), in the same transaction.
CREATE FUNCTION lists_later(later boolean) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('partnerflow.lists_later', CASE WHEN later THEN 'yes' ELSE 'no' END, true)
$$;
CREATE FUNCTION lists_now() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('partnerflow.lists_later', true), '') <> 'yes'
$$;

DROP TRIGGER reseller_link_lists ON reseller_link;
CREATE TRIGGER reseller_link_lists AFTER INSERT OR UPDATE ON reseller_link
    FOR EACH ROW WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_lists();
DROP TRIGGER customer_order_lists ON customer_order;
CREATE TRIGGER customer_order_lists AFTER INSERT OR UPDATE OF status, reseller_id ON customer_order
    FOR EACH ROW WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_lists();
DROP TRIGGER subscription_lists ON subscription;
CREATE TRIGGER subscription_lists AFTER INSERT OR UPDATE OF status, reseller_id, ends_on, follow_up_on, notice_days, reduction_window_months
    ON subscription FOR EACH ROW WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_lists();
DROP TRIGGER subscription_term_lists ON subscription_term;
CREATE TRIGGER subscription_term_lists AFTER INSERT OR UPDATE ON subscription_term
    FOR EACH ROW WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_lists();
DROP TRIGGER subscription_term_ends ON subscription_term;
CREATE TRIGGER subscription_term_ends AFTER INSERT OR UPDATE OF renews_on ON subscription_term
    FOR EACH ROW WHEN (partnerflow.lists_now()) EXECUTE FUNCTION note_end_of_term();
DROP TRIGGER subscription_line_inserted ON subscription_line;
CREATE TRIGGER subscription_line_inserted AFTER INSERT ON subscription_line REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_sold_listed();
DROP TRIGGER subscription_term_begun ON subscription_term;
CREATE TRIGGER subscription_term_begun AFTER INSERT ON subscription_term REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT WHEN (partnerflow.lists_now()) EXECUTE FUNCTION keep_sold_listed();

-- What refresh_customer does, for many. Planned anew each time: the tables may have been empty a moment ago.
CREATE FUNCTION refresh_customers(wanted json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE $sql$
        WITH w AS MATERIALIZED (SELECT DISTINCT reseller, customer FROM json_to_recordset($1) AS r (reseller uuid, customer uuid)),
        locked AS MATERIALIZED (SELECT r.id FROM w JOIN partnerflow.reseller_link r ON r.reseller_id = w.reseller
            AND r.customer_id = w.customer AND r.until IS NULL ORDER BY r.reseller_id, r.customer_id FOR NO KEY UPDATE OF r)
        SELECT count(*) FROM locked$sql$ USING wanted;
    EXECUTE $sql$
        INSERT INTO partnerflow.listed_customer AS l
        SELECT v.* FROM (SELECT DISTINCT reseller, customer FROM json_to_recordset($1) AS r (reseller uuid, customer uuid)) w
        CROSS JOIN LATERAL (SELECT * FROM partnerflow.customer_to_list o
            WHERE o.reseller_id = w.reseller AND o.customer_id = w.customer OFFSET 0) v -- one by one by its indexes
        ON CONFLICT (reseller_id, customer_id) DO UPDATE SET state = excluded.state, name = excluded.name, country = excluded.country,
            since = excluded.since, trial_inactive_from = excluded.trial_inactive_from, sold_per_year = excluded.sold_per_year,
            search = excluded.search, city = excluded.city, programmes = excluded.programmes
        WHERE (l.state, l.name, l.country, l.since, l.trial_inactive_from, l.sold_per_year, l.search, l.city, l.programmes) IS DISTINCT FROM
            (excluded.state, excluded.name, excluded.country, excluded.since, excluded.trial_inactive_from, excluded.sold_per_year,
                excluded.search, excluded.city, excluded.programmes)$sql$ USING wanted;
END $$;

-- What the lists say of contracts that are new, and of their customers.
CREATE FUNCTION refresh_contracts(wanted json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    customers json;
BEGIN
    EXECUTE $sql$
        UPDATE partnerflow.subscription s
        SET (listed_currency, listed_sold, listed_discount) = (SELECT r.* FROM partnerflow.revenue_of(s) r),
            term_ends_on = (SELECT t.renews_on FROM partnerflow.subscription_term t WHERE t.subscription = s.number
                ORDER BY t.position DESC LIMIT 1)
        FROM (SELECT DISTINCT number FROM json_to_recordset($1) AS r (number text)) w WHERE s.number = w.number$sql$ USING wanted;
    EXECUTE $sql$
        INSERT INTO partnerflow.listed_deadline
        SELECT d.* FROM (SELECT DISTINCT number FROM json_to_recordset($1) AS r (number text)) w
        CROSS JOIN LATERAL (SELECT * FROM partnerflow.deadline_to_list o WHERE o.subject = w.number OFFSET 0) d
        ON CONFLICT (subject, kind) DO UPDATE SET day = excluded.day, reseller_id = excluded.reseller_id,
            customer_sort = excluded.customer_sort, search = excluded.search$sql$ USING wanted;
    EXECUTE $sql$
        SELECT coalesce(json_agg(json_build_object('reseller', s.reseller_id, 'customer', s.customer_id)), '[]')
        FROM (SELECT DISTINCT number FROM json_to_recordset($1) AS r (number text)) w
        JOIN partnerflow.subscription s ON s.number = w.number$sql$ INTO customers USING wanted;
    PERFORM partnerflow.refresh_customers(customers);
END $$;

-- customer_overview asks what one reseller has with one customer: not by going through everything the reseller has, which a reseller
-- with ten thousand contracts pays for with every one of them.
CREATE INDEX subscription_of_customer ON subscription (customer_id, reseller_id);
DROP INDEX customer_order_customer; -- the next one begins with it
CREATE INDEX customer_order_of_customer ON customer_order (customer_id, reseller_id);
CREATE INDEX customer_order_open_of_customer ON customer_order (customer_id, reseller_id)
    WHERE status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING');
CREATE INDEX trial_of_customer ON trial (customer_id, reseller_id);
