package io.partnerflow.orders;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's orders. */
@Service
@Transactional(readOnly = true)
public class OrderList {

    private static final Map<String, String> SORTS = Map.of(
            "startedAt", "o.started_at, o.number",
            "-startedAt", "o.started_at DESC, o.number DESC",
            "number", "o.number",
            "-number", "o.number DESC",
            "customer", "lower(c.name), o.number",
            "-customer", "lower(c.name) DESC, o.number");
    private static final String SELECTED = """
            SELECT o.number, o.status, o.customer_id, c.name, o.currency, o.annual_net, o.started_at,
                (SELECT coalesce(sum(l.quantity), 0) FROM order_line l WHERE l.order_number = o.number) AS quantity
            """;
    private static final String FOUND = """
            FROM customer_order o JOIN organisation c ON c.id = o.customer_id
            WHERE o.reseller_id = :reseller
                AND (:search = '%%' OR lower(c.name) LIKE :search ESCAPE '\\' OR lower(o.number) LIKE :search ESCAPE '\\')
            """;

    private final JdbcClient database;

    OrderList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Latest first unless asked otherwise.
     *
     * @param wanted sorts by {@code startedAt}, {@code number} or {@code customer}; searches number and customer
     * @throws Invalid if it cannot be sorted so
     */
    public Page<OrderRow> of(UUID reseller, Paging wanted) {
        var sort = wanted.sort() == null ? "-startedAt" : wanted.sort();
        if (!SORTS.containsKey(sort)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("sort", "sort-unknown", sort, "startedAt, number, customer")
                    .fields());
        }
        var items = query(
                        SELECTED + FOUND + "ORDER BY " + SORTS.get(sort) + " LIMIT :size OFFSET :offset",
                        reseller,
                        wanted)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query(OrderList::row)
                .list();
        var total = query("SELECT count(*) " + FOUND, reseller, wanted)
                .query(Long.class)
                .single();
        return new Page<>(items, wanted.page(), wanted.size(), total);
    }

    /** The orders of one customer with this reseller, latest first, at most 200. */
    public List<OrderRow> ofCustomer(UUID reseller, UUID customer) {
        return database.sql(SELECTED + FOUND + "AND o.customer_id = :customer ORDER BY o.started_at DESC LIMIT 200")
                .param("reseller", reseller)
                .param("search", "%%")
                .param("customer", customer)
                .query(OrderList::row)
                .list();
    }

    private JdbcClient.StatementSpec query(String sql, UUID reseller, Paging wanted) {
        return database.sql(sql).param("reseller", reseller).param("search", wanted.pattern());
    }

    private static OrderRow row(ResultSet row, int number) throws SQLException {
        var net = row.getBigDecimal("annual_net");
        return new OrderRow(
                row.getString("number"),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getInt("quantity"),
                net == null ? null : Money.of(net, row.getString("currency")),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
