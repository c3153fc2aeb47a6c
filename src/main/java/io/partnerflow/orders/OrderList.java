package io.partnerflow.orders;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            SELECT o.number, o.status, o.programme, o.customer_id, c.name, o.currency, o.annual_net, o.started_at,
                (SELECT coalesce(sum(l.quantity), 0) FROM order_line l WHERE l.order_number = o.number) AS quantity,
                w.what, w.due
            """;
    private static final String TO_DO = """
            LEFT JOIN LATERAL (SELECT what, due FROM order_waiting_for_reseller w WHERE w.order_number = o.number
                ORDER BY due NULLS LAST, since LIMIT 1) w ON true
            """;
    private static final String ORDERS = "FROM customer_order o JOIN organisation c ON c.id = o.customer_id ";
    /** Beyond that many it is enough to know that there are more. */
    private static final int COUNTED = 10_000;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    OrderList(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** All of them, see {@link #of(UUID, OrderFilter, Paging)}. */
    public Page<OrderRow> of(UUID reseller, Paging wanted) {
        return of(reseller, OrderFilter.all(), wanted);
    }

    /**
     * Latest first unless asked otherwise.
     *
     * @param wanted sorts by {@code startedAt}, {@code number} or {@code customer}; searches number and customer
     * @throws Invalid if it cannot be sorted so
     */
    public Page<OrderRow> of(UUID reseller, OrderFilter filter, Paging wanted) {
        var items = query(
                        SELECTED + ORDERS + TO_DO + found(filter, wanted) + "ORDER BY " + order(wanted)
                                + " LIMIT :size OFFSET :offset",
                        reseller,
                        filter,
                        wanted)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query(OrderList::row)
                .list();
        var total = query("SELECT count(*) " + ORDERS + found(filter, wanted), reseller, filter, wanted)
                .query(Long.class)
                .single();
        return new Page<>(items, wanted.page(), wanted.size(), total);
    }

    /**
     * How many there are in each tab, counted no further than to 10,001.
     *
     * @param filter its tab does not matter
     */
    public Map<OrderFilter.Tab, Long> counts(UUID reseller, OrderFilter filter, Paging wanted) {
        var counts = new EnumMap<OrderFilter.Tab, Long>(OrderFilter.Tab.class);
        for (var tab : OrderFilter.Tab.values()) {
            var one = filter.in(tab);
            var counted = "SELECT count(*) FROM (SELECT 1 " + ORDERS + found(one, wanted) + "LIMIT :most) counted";
            counts.put(
                    tab,
                    query(counted, reseller, one, wanted)
                            .param("most", COUNTED + 1)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    /** The orders of one customer with this reseller, latest first, at most 200. */
    public List<OrderRow> ofCustomer(UUID reseller, UUID customer) {
        return database.sql(SELECTED + ORDERS + TO_DO + """
                        WHERE o.reseller_id = :reseller AND o.customer_id = :customer
                        ORDER BY o.started_at DESC LIMIT 200""")
                .param("reseller", reseller)
                .param("customer", customer)
                .query(OrderList::row)
                .list();
    }

    /** Only what is asked for is in the statement, so that the indexes can serve it. */
    private static String found(OrderFilter filter, Paging wanted) {
        var found = new StringBuilder("WHERE o.reseller_id = :reseller AND " + filter.tab().condition + " ");
        if (!filter.programme().isEmpty()) {
            found.append("AND o.programme = :programme ");
        }
        if (filter.started() != null) {
            found.append("AND o.started_at >= :from AND o.started_at < :to ");
        }
        if (!wanted.search().isEmpty()) {
            found.append("AND (lower(c.name) LIKE :search ESCAPE '\\' OR lower(o.number) LIKE :search ESCAPE '\\') ");
        }
        return found.toString();
    }

    private static String order(Paging wanted) {
        var sort = wanted.sort() == null ? "-startedAt" : wanted.sort();
        if (!SORTS.containsKey(sort)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("sort", "sort-unknown", sort, "startedAt, number, customer")
                    .fields());
        }
        return SORTS.get(sort);
    }

    private JdbcClient.StatementSpec query(String sql, UUID reseller, OrderFilter filter, Paging wanted) {
        var query = database.sql(sql)
                .param("reseller", reseller)
                .param("programme", filter.programme())
                .param("search", wanted.pattern());
        var started = filter.started();
        return started == null
                ? query
                : query.param("from", calendar.startOfDay(started.from()).atOffset(ZoneOffset.UTC))
                        .param("to", calendar.startOfDay(started.to()).atOffset(ZoneOffset.UTC));
    }

    private static OrderRow row(ResultSet row, int number) throws SQLException {
        var net = row.getBigDecimal("annual_net");
        return new OrderRow(
                row.getString("number"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("programme"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getInt("quantity"),
                net == null ? null : Money.of(net, row.getString("currency")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                toDo(row));
    }

    private static OrderRow.@Nullable ToDo toDo(ResultSet row) throws SQLException {
        var what = row.getString("what");
        var due = row.getObject("due", OffsetDateTime.class);
        return what == null ? null : new OrderRow.ToDo(what, due == null ? null : due.toInstant());
    }
}
