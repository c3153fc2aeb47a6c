package io.partnerflow.steering;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to one business: an order, what it came from and what has come of it. One statement, whatever is asked for. */
@Component
@Transactional(readOnly = true)
class RelatedNumbers {

    private static final int MOST_OF_A_KIND = 25;

    private final JdbcClient database;

    RelatedNumbers(JdbcClient database) {
        this.database = database;
    }

    /** @param kind {@code order}, {@code trial}, {@code offer}, {@code contract}, {@code return} and so on */
    record Related(String kind, String number) {}

    /** Without the number itself, the latest of each kind, at most 25 of them. */
    List<Related> to(String number) {
        return database.sql("""
                        WITH bill AS MATERIALIZED (
                            SELECT number, order_number, subscription FROM invoice WHERE number IN (
                                SELECT :number
                                UNION SELECT invoice FROM dunning WHERE number = :number
                                UNION SELECT invoice FROM credit_request WHERE number = :number)
                        ), origin AS MATERIALIZED (
                            SELECT number FROM customer_order WHERE number = :number
                            UNION SELECT order_number FROM offer WHERE number = :number
                            UNION SELECT alternative_to FROM offer WHERE number = :number
                            UNION SELECT order_number FROM trial WHERE number = :number
                            UNION SELECT order_number FROM subscription WHERE number = :number
                            UNION SELECT order_number FROM device_return WHERE number = :number
                            UNION SELECT order_number FROM shipment WHERE number = :number
                            UNION SELECT order_number FROM damage_report WHERE number = :number
                            UNION SELECT order_number FROM credit_check WHERE number = :number
                            UNION SELECT s.order_number FROM subscription_change c
                                JOIN subscription s ON s.number = c.subscription WHERE c.number = :number
                            UNION SELECT order_number FROM bill
                            UNION SELECT s.order_number FROM bill b JOIN subscription s ON s.number = b.subscription
                        ), orders AS MATERIALIZED (
                            SELECT o.number, o.trial_number, o.offer_number, s.number AS contract
                            FROM origin JOIN customer_order o ON o.number = origin.number
                            LEFT JOIN subscription s ON s.order_number = o.number
                        ), bills AS MATERIALIZED (
                            SELECT i.number FROM orders JOIN invoice i ON i.subscription = orders.contract
                            UNION SELECT i.number FROM orders
                                JOIN invoice i ON i.order_number = orders.number AND i.subscription IS NULL
                            UNION SELECT number FROM bill
                        ), found AS (
                            SELECT 1 AS place, 'trial' AS kind, trial_number AS number FROM orders
                            UNION SELECT 2, 'offer', offer_number FROM orders
                            UNION SELECT 2, 'offer', f.number FROM orders JOIN offer f ON f.alternative_to = orders.number
                            UNION SELECT 3, 'order', number FROM orders
                            UNION SELECT 4, 'shipment', s.number FROM orders JOIN shipment s ON s.order_number = orders.number
                            UNION SELECT 5, 'damage', d.number FROM orders JOIN damage_report d ON d.order_number = orders.number
                            UNION SELECT 6, 'contract', contract FROM orders
                            UNION SELECT 7, 'change', c.number FROM orders
                                JOIN subscription_change c ON c.subscription = orders.contract
                            UNION SELECT 8, 'return', r.number FROM orders JOIN device_return r ON r.subscription = orders.contract
                            UNION SELECT 9, 'invoice', number FROM bills
                            UNION SELECT 10, 'reminder', d.number FROM bills JOIN dunning d ON d.invoice = bills.number
                            UNION SELECT 11, 'credit', c.number FROM bills JOIN credit_request c ON c.invoice = bills.number
                        ), ranked AS (
                            SELECT place, kind, number, row_number() OVER (PARTITION BY kind ORDER BY number DESC) AS rank
                            FROM found WHERE number IS NOT NULL AND number <> :number
                        )
                        SELECT kind, number FROM ranked WHERE rank <= :most ORDER BY place, rank""")
                .param("number", number)
                .param("most", MOST_OF_A_KIND)
                .query((row, i) -> new Related(row.getString("kind"), row.getString("number")))
                .list();
    }
}
