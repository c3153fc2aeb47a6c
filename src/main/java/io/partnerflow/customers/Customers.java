package io.partnerflow.customers;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.trials.TrialStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of customers, each one statement. A customer of another reseller does not exist. */
@Service
@Transactional(readOnly = true)
public class Customers {

    /**
     * Whose seats lack: whoever that is has a case or an exception, so only those few are looked at. What is said with today's seats
     * counts, the case may end a moment later.
     */
    private static final String NOT_COVERED = """
            l.customer_id IN (SELECT customer_id FROM coverage_case WHERE status IN ('WARNED', 'LIMITED')
                UNION ALL SELECT customer_id FROM seat_override WHERE valid_until >= :today)
            AND lacks_seats(l.customer_id, :today)
            """;

    private static final Map<CoverageFilter, String> COVERED = Map.of(
            CoverageFilter.NOT_COVERED,
            NOT_COVERED,
            CoverageFilter.NO_SEATS,
            NOT_COVERED
                    + " AND NOT EXISTS (SELECT 1 FROM seats_by_type(:today) s WHERE s.customer_id = l.customer_id)");

    /** A customer's row, and whether something is being done about missing seats. */
    private static final String COLUMNS = """
            v.*, (SELECT status FROM coverage_case
                  WHERE customer_id = v.customer_id AND status IN ('WARNED', 'LIMITED')) AS coverage
            """;

    private static final String SHOWN =
            "JOIN customer_overview v ON v.reseller_id = l.reseller_id AND v.customer_id = l.customer_id";

    /** What can be sorted by; the last column makes the order the same on every page. */
    private static final Map<String, String> SORTS = Map.of(
            "name", "l.name, l.customer_id",
            "-name", "l.name DESC, l.customer_id DESC",
            "createdAt", "l.since, l.customer_id",
            "-createdAt", "l.since DESC, l.customer_id DESC",
            "trialEnd", "l.trial_inactive_from, l.customer_id",
            "-trialEnd", "l.trial_inactive_from DESC NULLS LAST, l.customer_id DESC",
            "soldPerYear", "l.sold_per_year, l.customer_id",
            "-soldPerYear", "l.sold_per_year DESC NULLS LAST, l.customer_id DESC");

    private final JdbcClient database;
    private final VendorCalendar calendar;

    Customers(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * One page of the reseller's customers.
     *
     * @param paging search looks into names, registration, trial and order numbers; sort knows name, createdAt, trialEnd
     *     and soldPerYear
     * @throws Invalid if it cannot be sorted that way
     */
    public Page<Customer> of(UUID reseller, CustomerFilter filter, Paging paging) {
        var found = found(reseller, filter, paging).sorted(SORTS, "name");
        var items = database.sql(found.rows(COLUMNS, SHOWN))
                .params(found.params())
                .query(Customers::read)
                .list();
        return Page.of(items, paging, count(found));
    }

    /** The same from the first one on, handed out one by one. */
    public void each(UUID reseller, CustomerFilter filter, Paging paging, int most, Consumer<Customer> taker) {
        var found = found(reseller, filter, paging).sorted(SORTS, "name").first(most);
        try (var rows =
                database.sql(found.rows(COLUMNS, SHOWN)).params(found.params()).query(Customers::read).stream()) {
            rows.forEach(taker);
        }
    }

    /** How many customers each tab has; see {@link #counts(UUID, CustomerFilter, String)}. */
    public Map<CustomerState, Long> counts(UUID reseller, String search) {
        return counts(reseller, CustomerFilter.all(), search);
    }

    /**
     * How many customers each tab has, counted as {@link Paging#counted} does.
     *
     * @param filter its state does not matter
     * @param search as in {@link #of}; empty for all
     */
    public Map<CustomerState, Long> counts(UUID reseller, CustomerFilter filter, String search) {
        var wanted = new Paging(0, 1, null, search);
        var counts = new EnumMap<CustomerState, Long>(CustomerState.class);
        for (var state : CustomerState.values()) {
            counts.put(state, count(found(reseller, filter.in(state), wanted)));
        }
        return counts;
    }

    /** @throws NotFound if there is none, or it is another reseller's */
    public Customer get(UUID reseller, UUID customer) {
        return database.sql("SELECT " + COLUMNS
                        + "FROM customer_overview v WHERE v.reseller_id = :reseller AND v.customer_id = :customer")
                .param("reseller", reseller)
                .param("customer", customer)
                .query(Customers::read)
                .optional()
                .orElseThrow(() -> new NotFound("organisation", customer));
    }

    private Listing found(UUID reseller, CustomerFilter filter, Paging paging) {
        var found = Listing.of("listed_customer l", paging)
                .where("l.reseller_id = :reseller", "reseller", reseller)
                .where("l.state = :state", "state", filter.state())
                .where("l.country = :country", "country", filter.country())
                .where("l.city = :city", "city", filter.city())
                .where("l.programmes @> ARRAY[:programme]::text[]", "programme", filter.programme())
                .searched("l.search");
        var seats = COVERED.get(filter.coverage());
        return seats == null ? found : found.where(seats, "today", calendar.today());
    }

    private long count(Listing found) {
        return database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                row.getString("registration_number"),
                row.getString("city"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                CustomerState.valueOf(row.getString("state")),
                trial(row),
                row.getString("order_number"),
                revenue(row),
                row.getString("coverage") != null,
                "LIMITED".equals(row.getString("coverage")));
    }

    private static Customer.@Nullable Trial trial(ResultSet row) throws SQLException {
        return row.getString("trial_number") == null
                ? null
                : new Customer.Trial(
                        row.getString("trial_number"),
                        TrialStatus.valueOf(row.getString("trial_status")),
                        row.getObject("trial_inactive_from", LocalDate.class),
                        row.getObject("trial_purge_on", LocalDate.class));
    }

    private static Customer.@Nullable Revenue revenue(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return row.getLong("subscriptions") == 0 || row.getBigDecimal("sold_per_year") == null
                ? null
                : new Customer.Revenue(
                        row.getLong("subscriptions"),
                        Money.of(row.getBigDecimal("sold_per_year"), currency),
                        Money.of(row.getBigDecimal("discount_per_year"), currency),
                        row.getObject("next_invoice_on", LocalDate.class));
    }
}
