package io.partnerflow.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seats and overrides as the database tells them. */
@Repository
class CoverageRows {

    private final JdbcClient database;

    CoverageRows(JdbcClient database) {
        this.database = database;
    }

    /** Seats of contracts that run on that day, by type of device. */
    Map<String, Integer> seats(UUID customer, LocalDate day) {
        var seats = new HashMap<String, Integer>();
        database.sql("SELECT type, seat_count FROM seats_by_type(?) WHERE customer_id = ?")
                .params(day, customer)
                .query(row -> {
                    seats.put(row.getString("type"), row.getInt("seat_count"));
                });
        return seats;
    }

    /** The last day the vendor accepts fewer seats, if that is the day or later. */
    Optional<LocalDate> excusedUntil(UUID customer, LocalDate day) {
        return database.sql("""
                        SELECT valid_until FROM seat_override WHERE customer_id = ? AND valid_until >= ?
                        ORDER BY valid_until DESC LIMIT 1""").params(customer, day).query(LocalDate.class).optional();
    }

    /** Accounts of the customer under these programmes. */
    List<String> accounts(UUID customer, List<String> programmes) {
        return programmes.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT reference FROM customer_account
                        WHERE customer_id = :customer AND programme IN (:programmes) ORDER BY reference""")
                        .param("customer", customer)
                        .param("programmes", programmes)
                        .query(String.class)
                        .list();
    }

    /**
     * Customers about whom something has to be done: seats are missing and nobody has been warned, or nothing is missing
     * any more. One statement, however many customers there are.
     *
     * @param after those up to this one have been looked at; null for none
     * @return at most so many, by id
     */
    List<UUID> toLookAt(LocalDate day, @Nullable UUID after, int most) {
        return database.sql("""
                        SELECT customer_id FROM (
                            SELECT customer_id, bool_or(lacking) AS lacking, bool_or(open) AS open FROM (
                                SELECT customer_id, devices > seat_count AS lacking, false AS open FROM seat_coverage(:day)
                                UNION ALL
                                SELECT customer_id, false, true FROM coverage_case WHERE status IN ('WARNED', 'LIMITED')) each
                            WHERE CAST(:after AS uuid) IS NULL OR customer_id > :after
                            GROUP BY customer_id) c
                        WHERE open <> (lacking AND NOT EXISTS (SELECT 1 FROM seat_override o
                            WHERE o.customer_id = c.customer_id AND o.valid_until >= :day))
                        ORDER BY customer_id LIMIT :most""")
                .param("day", day)
                .param("after", after, java.sql.Types.OTHER)
                .param("most", most)
                .query(CoverageRows::customer)
                .list();
    }

    private static UUID customer(ResultSet row, int number) throws SQLException {
        return row.getObject("customer_id", UUID.class);
    }
}
