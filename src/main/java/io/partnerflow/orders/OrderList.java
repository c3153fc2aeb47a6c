package io.partnerflow.orders;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
            "customer", "o.customer_sort, o.number",
            "-customer", "o.customer_sort DESC, o.number DESC");
    private static final String COLUMNS = """
            o.number, o.status, o.programme, o.customer_id, c.name, o.currency, o.annual_net, o.started_at,
            (SELECT coalesce(sum(l.quantity), 0) FROM order_line l WHERE l.order_number = o.number) AS quantity,
            w.what, w.due""";
    private static final String JOINS = """
            JOIN organisation c ON c.id = o.customer_id
            LEFT JOIN LATERAL (SELECT what, due FROM order_waiting_for_reseller w WHERE w.order_number = o.number
                ORDER BY due NULLS LAST, since LIMIT 1) w ON true""";

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
     * @param wanted sorts by {@code startedAt}, {@code number} or {@code customer}; searches number, customer, contract and purchase order
     * @throws Invalid if it cannot be sorted so
     */
    public Page<OrderRow> of(UUID reseller, OrderFilter filter, Paging wanted) {
        var listing = listing(reseller, filter, wanted);
        var items = database.sql(listing.rows(COLUMNS, JOINS))
                .params(listing.params())
                .query(OrderList::row)
                .list();
        return Page.of(items, wanted, count(listing));
    }

    /** The same from the first one on, handed out one by one. */
    public void each(UUID reseller, OrderFilter filter, Paging wanted, int most, Consumer<OrderRow> taker) {
        var listing = listing(reseller, filter, wanted).first(most);
        try (var rows =
                database.sql(listing.rows(COLUMNS, JOINS)).params(listing.params()).query(OrderList::row).stream()) {
            rows.forEach(taker);
        }
    }

    /**
     * How many there are in each tab, as far as {@link Paging#counted} counts.
     *
     * @param filter its tab does not matter
     */
    public Map<OrderFilter.Tab, Long> counts(UUID reseller, OrderFilter filter, Paging wanted) {
        var counts = new EnumMap<OrderFilter.Tab, Long>(OrderFilter.Tab.class);
        for (var tab : OrderFilter.Tab.values()) {
            counts.put(tab, count(listing(reseller, filter.in(tab), wanted)));
        }
        return counts;
    }

    private long count(Listing listing) {
        return database.sql(listing.count())
                .params(listing.params())
                .query(Long.class)
                .single();
    }

    /** The orders of one customer with this reseller, latest first, at most 200. */
    public List<OrderRow> ofCustomer(UUID reseller, UUID customer) {
        var listing = Listing.of("customer_order o", Paging.first())
                .where("o.reseller_id = :reseller", "reseller", reseller)
                .where("o.customer_id = :customer", "customer", customer)
                .by(SORTS.get("-startedAt"))
                .first(200);
        return database.sql(listing.rows(COLUMNS, JOINS))
                .params(listing.params())
                .query(OrderList::row)
                .list();
    }

    private Listing listing(UUID reseller, OrderFilter filter, Paging wanted) {
        var started = filter.started();
        return Listing.of("customer_order o", wanted)
                .where("o.reseller_id = :reseller", "reseller", reseller)
                .where(filter.tab().condition)
                .where("o.programme = :programme", "programme", filter.programme())
                .where("o.started_at >= :from", "from", started == null ? null : startOf(started.from()))
                .where("o.started_at < :to", "to", started == null ? null : startOf(started.to()))
                .searched("o.search")
                .sorted(SORTS, "-startedAt");
    }

    private OffsetDateTime startOf(LocalDate day) {
        return calendar.startOfDay(day).atOffset(ZoneOffset.UTC);
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
