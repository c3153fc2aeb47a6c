package io.partnerflow.steering;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of the managers' page and the lists behind them. Money of two currencies is never added up. */
@Service
@Transactional(readOnly = true)
class ManagersFigures {

    private static final String FOUND = """
             WHERE (:programme = '' OR r.programme = :programme) AND (:currency = '' OR r.currency = :currency)
              AND (:state = '' OR r.state = :state) AND r.day >= :from AND r.day < :until
            """;

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 1, 1);

    private final JdbcClient database;
    private final VendorCalendar calendar;

    ManagersFigures(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * Which rows count.
     *
     * @param programme null for every one
     * @param currency null for every one
     * @param state null for every one
     * @param from first day; null for any
     * @param until first day that does not count; null for any
     */
    record Wanted(
            @Nullable String programme,
            @Nullable String currency,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static Wanted all() {
            return new Wanted(null, null, null, null, null);
        }
    }

    /**
     * What rows in one currency come to.
     *
     * @param amount null where the rows have no price yet
     */
    record Sum(@Nullable Money amount, long count) {}

    /** What the rows of one month come to. */
    record MonthSum(YearMonth month, Money amount, long count) {}

    /** How many rows are in a state. */
    record StateCount(String state, long count) {}

    /**
     * A row behind a number.
     *
     * @param customer empty where it is about a reseller
     * @param programme null where it belongs to none
     * @param due null where nothing has to be done by a day
     * @param amount null where there is no price yet
     */
    record Row(
            String number,
            String customer,
            String reseller,
            @Nullable String programme,
            String state,
            LocalDate day,
            @Nullable LocalDate due,
            @Nullable Money amount) {}

    /** By currency. */
    List<Sum> sums(Figure figure, Wanted wanted) {
        return database.sql("SELECT r.currency, count(*) AS rows, sum(r.amount) AS amount FROM (" + figure.rows()
                        + ") r" + FOUND + " GROUP BY r.currency ORDER BY r.currency")
                .params(params(wanted))
                .query((row, i) -> new Sum(money(row), row.getLong("rows")))
                .list();
    }

    /** How many rows there are, whatever their currency. */
    long count(Figure figure, Wanted wanted) {
        return sums(figure, wanted).stream().mapToLong(Sum::count).sum();
    }

    /** By month and currency, oldest first; months without a row are left out. */
    List<MonthSum> months(Figure figure, Wanted wanted) {
        return database.sql(
                        "SELECT to_char(r.day, 'YYYY-MM') AS month, r.currency, count(*) AS rows, sum(r.amount) AS amount FROM ("
                                + figure.rows() + ") r" + FOUND + " GROUP BY 1, 2 ORDER BY 1, 2")
                .params(params(wanted))
                .query((row, i) -> new MonthSum(
                        YearMonth.parse(row.getString("month")),
                        Objects.requireNonNull(money(row)),
                        row.getLong("rows")))
                .list();
    }

    /** By state, only those that occur. */
    List<StateCount> states(Figure figure, Wanted wanted) {
        return database.sql("SELECT r.state, count(*) AS rows FROM (" + figure.rows() + ") r" + FOUND
                        + " GROUP BY r.state ORDER BY r.state")
                .params(params(wanted))
                .query((row, i) -> new StateCount(row.getString("state"), row.getLong("rows")))
                .list();
    }

    /** The rows behind the number, oldest day first. */
    Page<Row> list(Figure figure, Wanted wanted, Paging paging) {
        var items = database.sql("""
                        SELECT f.*, coalesce(c.name, '') AS customer, coalesce(p.name, '') AS reseller FROM (
                            SELECT * FROM (%s) r %s ORDER BY r.day, r.number LIMIT :size OFFSET :offset) f
                        LEFT JOIN organisation c ON c.id = f.customer_id
                        LEFT JOIN organisation p ON p.id = f.reseller_id
                        ORDER BY f.day, f.number""".formatted(figure.rows(), FOUND))
                .params(params(wanted))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ManagersFigures::row)
                .list();
        return Page.of(items, paging, count(figure, wanted));
    }

    private Map<String, Object> params(Wanted wanted) {
        var params = new HashMap<String, Object>();
        params.put("today", calendar.today());
        params.put("coming", calendar.today().plusDays(Figure.COMING_DAYS));
        params.put("zone", calendar.zone().getId());
        params.put("programme", Objects.requireNonNullElse(wanted.programme(), ""));
        params.put("currency", Objects.requireNonNullElse(wanted.currency(), ""));
        params.put("state", Objects.requireNonNullElse(wanted.state(), ""));
        params.put("from", Objects.requireNonNullElse(wanted.from(), ALWAYS));
        params.put("until", Objects.requireNonNullElse(wanted.until(), FOR_EVER));
        return params;
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("customer"),
                row.getString("reseller"),
                row.getString("programme"),
                row.getString("state"),
                row.getObject("day", LocalDate.class),
                row.getObject("due", LocalDate.class),
                money(row));
    }

    private static @Nullable Money money(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        var currency = row.getString("currency");
        return amount == null || currency == null ? null : Money.of(amount, currency);
    }
}
