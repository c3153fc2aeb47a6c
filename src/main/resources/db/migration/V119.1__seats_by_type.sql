-- Seats that cover devices on a day: of all contracts that have begun and not ended, under programmes in which seats must
-- cover devices. Asked by devices.CoverageRows and the lists of customers.
CREATE FUNCTION seats_by_type(day date) RETURNS TABLE (customer_id uuid, type varchar, seat_count bigint)
    LANGUAGE sql STABLE AS $$
    SELECT s.customer_id, p.device_type, sum(l.quantity)
    FROM partnerflow.subscription s
    JOIN partnerflow.programme_version v ON v.code = s.programme AND v.version = s.policy_version
    JOIN LATERAL (
        SELECT position FROM partnerflow.subscription_term
        WHERE subscription = s.number AND (begins_on <= day OR position = 0)
        ORDER BY position DESC LIMIT 1) t ON true
    JOIN partnerflow.subscription_line l ON l.subscription = s.number AND l.term = t.position
    JOIN partnerflow.product p ON p.code = l.product
    WHERE s.status = 'ACTIVE' AND s.start_date <= day AND (s.ends_on IS NULL OR s.ends_on > day)
      AND (l.begins_on IS NULL OR l.begins_on <= day)
      AND p.device_type IS NOT NULL AND v.policy::json -> 'devices' ->> 'graceDays' IS NOT NULL
    GROUP BY s.customer_id, p.device_type
$$;

-- Devices beside the seats for them, one row per customer and type with devices.
CREATE FUNCTION seat_coverage(day date) RETURNS TABLE (customer_id uuid, type varchar, devices int, seat_count bigint)
    LANGUAGE sql STABLE AS $$
    SELECT d.customer_id, d.type, d.devices, coalesce(s.seat_count, 0)
    FROM partnerflow.device_count d
    LEFT JOIN partnerflow.seats_by_type(day) s ON s.customer_id = d.customer_id AND s.type = d.type
    WHERE d.devices > 0
$$;
