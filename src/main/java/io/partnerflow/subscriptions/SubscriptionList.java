package io.partnerflow.subscriptions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's contracts as a list that can be narrowed, searched and sorted. */
@ModuleService
@Transactional(readOnly = true)
public class SubscriptionList {

    /** What can be sorted by; the number makes the order the same on every page. */
    private static final Map<String, String> SORTS = Map.of(
            "number", "s.number",
            "-number", "s.number DESC",
            "renewal", "s.term_ends_on, s.number",
            "-renewal", "s.term_ends_on DESC, s.number DESC",
            "nextInvoice", "s.next_invoice_on, s.number",
            "-nextInvoice", "s.next_invoice_on DESC, s.number DESC",
            "customer", "s.customer_sort, s.number",
            "-customer", "s.customer_sort DESC, s.number DESC");

    private static final int CHUNK = 500;

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
        var listing = listing(reseller, filter, wanted);
        return Page.of(views(numbers(listing)), wanted, count(listing));
    }

    /** The same from the first one on, handed out one by one. */
    public void each(
            UUID reseller, SubscriptionFilter filter, Paging wanted, int most, Consumer<SubscriptionView> taker) {
        var numbers = numbers(listing(reseller, filter, wanted).first(most));
        for (var from = 0; from < numbers.size(); from += CHUNK) {
            views(numbers.subList(from, Math.min(numbers.size(), from + CHUNK))).forEach(taker);
        }
    }

    /**
     * How many there are in each tab, as far as {@link Paging#counted} counts.
     *
     * @param filter its tab does not matter
     */
    public Map<SubscriptionFilter.Tab, Long> counts(UUID reseller, SubscriptionFilter filter, Paging wanted) {
        var counts = new EnumMap<SubscriptionFilter.Tab, Long>(SubscriptionFilter.Tab.class);
        for (var tab : SubscriptionFilter.Tab.values()) {
            counts.put(tab, count(listing(reseller, filter.in(tab), wanted)));
        }
        return counts;
    }

    private Listing listing(UUID reseller, SubscriptionFilter filter, Paging wanted) {
        return Listing.of("subscription s", wanted)
                .where("s.reseller_id = :reseller", "reseller", reseller)
                .where(filter.tab().condition)
                .where("s.programme = :programme", "programme", filter.programme())
                .searched("s.search")
                .sorted(SORTS, "-number");
    }

    private List<String> numbers(Listing listing) {
        return database.sql(listing.rows("s.number", ""))
                .params(listing.params())
                .query(String.class)
                .list();
    }

    /** In the order of the numbers. */
    private List<SubscriptionView> views(List<String> numbers) {
        var found = rows.of(numbers).stream().collect(toMap(SubscriptionView::number, identity()));
        return numbers.stream().map(found::get).toList();
    }

    private long count(Listing listing) {
        return database.sql(listing.count())
                .params(listing.params())
                .query(Long.class)
                .single();
    }
}
