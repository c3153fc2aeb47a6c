package io.partnerflow.orders;

import io.partnerflow.shared.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At most one order of a customer is open under a programme (PA-8), unless the programme allows several subscriptions
 * . The database holds to it as well.
 */
@Component
class OpenOrders {

    private final JdbcClient database;

    OpenOrders(JdbcClient database) {
        this.database = database;
    }

    /** @throws Conflict naming the order that is open */
    void requireNone(UUID customer, String programme) {
        find(customer, programme, "").ifPresent(number -> {
            throw new Conflict("order-open", number);
        });
    }

    /** Customers for whom an order of this reseller is open that allows no other, and its number. */
    Map<UUID, String> of(UUID reseller) {
        return database.sql("""
                        SELECT customer_id, number FROM customer_order
                        WHERE reseller_id = ? AND only_one AND status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')""").param(reseller).query(OpenOrders::entry).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Map.Entry<UUID, String> entry(ResultSet row, int number) throws SQLException {
        return Map.entry(row.getObject("customer_id", UUID.class), row.getString("number"));
    }

    /**
     * The open order that allows no other.
     *
     * @param but number of an order that does not count
     */
    Optional<String> find(UUID customer, String programme, String but) {
        return database.sql("""
                        SELECT number FROM customer_order
                        WHERE customer_id = ? AND programme = ? AND number <> ?
                            AND only_one AND status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')""")
                .params(customer, programme, but)
                .query(String.class)
                .optional();
    }
}
