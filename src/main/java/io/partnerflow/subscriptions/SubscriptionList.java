package io.partnerflow.subscriptions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's contracts as a list that can be narrowed, searched and sorted. */
@ModuleService
@Transactional(readOnly = true)
public class SubscriptionList {

    private static final String FROM = "FROM subscription s JOIN organisation c ON c.id = s.customer_id ";

    /** What can be sorted by; the number makes the order the same on every page. */
    private static final Map<String, String> SORTS = Map.of(
            "number", "s.number",
            "-number", "s.number DESC",
            "renewal", "s.term_ends_on, s.number",
            "-renewal", "s.term_ends_on DESC, s.number DESC",
            "nextInvoice", "s.next_invoice_on NULLS LAST, s.number",
            "customer", "lower(c.name), s.number",
            "-customer", "lower(c.name) DESC, s.number");

    /** Beyond that many it is enough to know that there are more. */
    private static final int COUNTED = 10_000;

    private final SubscriptionRows rows;
    private final JdbcClient database;

    SubscriptionList(SubscriptionRows rows, JdbcClient database) {
        this.rows = rows;
        this.database = database;
    }

    /**
     * One page of them, newest first unless asked otherwise.
     *
     * @param wanted sorts by {@code number}, {@code renewal}, {@code nextInvoice} or {@code customer}; searches number,
     *     customer, purchase order and cost group
     * @throws Invalid if it cannot be sorted so
     */
    public Page<SubscriptionView> of(UUID reseller, SubscriptionFilter filter, Paging wanted) {
        var numbers = query(
                        "SELECT s.number " + FROM + found(filter, wanted) + "ORDER BY " + order(wanted)
                                + " LIMIT :size OFFSET :skip",
                        reseller,
                        filter,
                        wanted)
                .param("size", wanted.size())
                .param("skip", wanted.offset())
                .query(String.class)
                .list();
        var views = rows.of(numbers).stream().collect(toMap(SubscriptionView::number, identity()));
        var total = query("SELECT count(*) " + FROM + found(filter, wanted), reseller, filter, wanted)
                .query(Long.class)
                .single();
        return new Page<>(numbers.stream().map(views::get).toList(), wanted.page(), wanted.size(), total);
    }

    /**
     * How many there are in each tab, counted no further than to 10,001.
     *
     * @param filter its tab does not matter
     */
    public Map<SubscriptionFilter.Tab, Long> counts(UUID reseller, SubscriptionFilter filter, Paging wanted) {
        var counts = new EnumMap<SubscriptionFilter.Tab, Long>(SubscriptionFilter.Tab.class);
        for (var tab : SubscriptionFilter.Tab.values()) {
            var one = filter.in(tab);
            var counted = "SELECT count(*) FROM (SELECT 1 " + FROM + found(one, wanted) + "LIMIT :most) counted";
            counts.put(
                    tab,
                    query(counted, reseller, one, wanted)
                            .param("most", COUNTED + 1)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    /** Only what is asked for is in the statement, so that the indexes can serve it. */
    private static String found(SubscriptionFilter filter, Paging wanted) {
        var found = new StringBuilder("WHERE s.reseller_id = :reseller AND " + filter.tab().condition + " ");
        if (!filter.programme().isEmpty()) {
            found.append("AND s.programme = :programme ");
        }
        if (!wanted.search().isEmpty()) {
            found.append("""
                    AND (lower(c.name) LIKE :pattern ESCAPE '\\' OR lower(s.number) LIKE :pattern ESCAPE '\\'
                        OR lower(s.po_reference) LIKE :pattern ESCAPE '\\' OR lower(s.cost_group) LIKE :pattern ESCAPE '\\')
                    """);
        }
        return found.toString();
    }

    private static String order(Paging wanted) {
        var sort = wanted.sort() == null ? "-number" : wanted.sort();
        if (!SORTS.containsKey(sort)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("sort", "sort-unknown", sort, "number, renewal, nextInvoice, customer")
                    .fields());
        }
        return SORTS.get(sort);
    }

    private JdbcClient.StatementSpec query(String sql, UUID reseller, SubscriptionFilter filter, Paging wanted) {
        return database.sql(sql)
                .param("reseller", reseller)
                .param("programme", filter.programme())
                .param("pattern", wanted.pattern());
    }
}
