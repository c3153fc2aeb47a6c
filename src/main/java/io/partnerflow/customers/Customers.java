package io.partnerflow.customers;

import io.partnerflow.shared.Invalid;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of customers, each one statement. A customer of another reseller does not exist. */
@Service
@Transactional(readOnly = true)
public class Customers {

    private static final String MATCHES = """
            FROM customer_overview
            WHERE reseller_id = :reseller AND (:state = '' OR state = :state)
              AND (:search = '' OR lower(name) LIKE :pattern ESCAPE '\\'
                   OR replace(registration_number, '-', '') LIKE replace(:pattern, '-', '') ESCAPE '\\'
                   OR lower(trial_number) LIKE :pattern ESCAPE '\\' OR lower(order_number) LIKE :pattern ESCAPE '\\')
              AND (:coverage = 'ALL' OR EXISTS (
                   SELECT 1 FROM seat_coverage(:today) c
                   WHERE c.customer_id = customer_overview.customer_id AND c.devices > c.seat_count))
              AND (:coverage <> 'NO_SEATS' OR NOT EXISTS (
                   SELECT 1 FROM seats_by_type(:today) s WHERE s.customer_id = customer_overview.customer_id))
            """;

    /** A customer's row, and whether something is being done about missing seats. */
    private static final String SELECT = """
            SELECT *, (SELECT status FROM coverage_case
                       WHERE customer_id = customer_overview.customer_id AND status IN ('WARNED', 'LIMITED')) AS coverage
            """;

    /** What can be sorted by; the last column makes the order the same on every page. */
    private static final Map<String, String> ORDERS = Map.of(
            "name", "lower(name) %s, customer_id",
            "createdAt", "since %s, customer_id",
            "trialEnd", "trial_inactive_from %s NULLS LAST, customer_id",
            "soldPerYear", "sold_per_year %s NULLS LAST, customer_id");

    private final JdbcClient database;
    private final VendorCalendar calendar;

    Customers(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * One page of the reseller's customers.
     *
     * @param state null for all
     * @param coverage which of them, by seats and devices
     * @param paging search looks into names, registration, trial and order numbers; sort knows name, createdAt, trialEnd
     *     and soldPerYear
     * @throws Invalid if it cannot be sorted that way
     */
    public Page<Customer> of(UUID reseller, @Nullable CustomerState state, CoverageFilter coverage, Paging paging) {
        var items = matching(SELECT + MATCHES + "ORDER BY " + order(paging) + " LIMIT :size OFFSET :offset", reseller)
                .param("state", state == null ? "" : state.name())
                .param("search", paging.search())
                .param("pattern", paging.pattern())
                .param("coverage", coverage.name())
                .param("today", calendar.today())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Customers::read)
                .list();
        var total = matching("SELECT count(*) " + MATCHES, reseller)
                .param("state", state == null ? "" : state.name())
                .param("search", paging.search())
                .param("pattern", paging.pattern())
                .param("coverage", coverage.name())
                .param("today", calendar.today())
                .query(Long.class)
                .single();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** One page of all of them; see {@link #of(UUID, CustomerState, CoverageFilter, Paging)}. */
    public Page<Customer> of(UUID reseller, @Nullable CustomerState state, Paging paging) {
        return of(reseller, state, CoverageFilter.ALL, paging);
    }

    /** How many customers each tab has; see {@link #counts(UUID, CoverageFilter, String)}. */
    public Map<CustomerState, Long> counts(UUID reseller, String search) {
        return counts(reseller, CoverageFilter.ALL, search);
    }

    /**
     * How many customers each tab has.
     *
     * @param search as in {@link #of}; empty for all
     */
    public Map<CustomerState, Long> counts(UUID reseller, CoverageFilter coverage, String search) {
        var wanted = new Paging(0, 1, null, search);
        var counts = new EnumMap<CustomerState, Long>(CustomerState.class);
        List.of(CustomerState.values()).forEach(state -> counts.put(state, 0L));
        matching("SELECT state, count(*) AS customers " + MATCHES + "GROUP BY state", reseller)
                .param("state", "")
                .param("search", wanted.search())
                .param("pattern", wanted.pattern())
                .param("coverage", coverage.name())
                .param("today", calendar.today())
                .query(row -> {
                    counts.put(CustomerState.valueOf(row.getString("state")), row.getLong("customers"));
                });
        return counts;
    }

    /** @throws NotFound if there is none, or it is another reseller's */
    public Customer get(UUID reseller, UUID customer) {
        return matching(
                        SELECT + "FROM customer_overview WHERE reseller_id = :reseller AND customer_id = :customer",
                        reseller)
                .param("customer", customer)
                .query(Customers::read)
                .optional()
                .orElseThrow(() -> new NotFound("organisation", customer));
    }

    private JdbcClient.StatementSpec matching(String sql, UUID reseller) {
        return database.sql(sql).param("reseller", reseller);
    }

    private static String order(Paging paging) {
        var wanted = paging.sort() == null || paging.sort().isBlank() ? "name" : paging.sort();
        var descending = wanted.startsWith("-");
        var order = ORDERS.get(descending ? wanted.substring(1) : wanted);
        if (order == null) {
            throw new Invalid(List.of(Invalid.Field.of(
                            "sort", "sort-unknown", "invalid.sort-unknown", "name, createdAt, trialEnd, soldPerYear")
                    .rejecting(wanted)));
        }
        return order.formatted(descending ? "DESC" : "ASC");
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
