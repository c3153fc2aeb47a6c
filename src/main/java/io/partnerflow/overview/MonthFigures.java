package io.partnerflow.overview;

import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a reseller's business went in the last twelve months, the running one included. */
@Service
@Transactional(readOnly = true)
public class MonthFigures {

    private static final int MONTHS = 12;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    MonthFigures(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** One month's figure. */
    public record Month<V>(YearMonth month, V value) {}

    /**
     * How many orders were started; months without one have 0.
     *
     * @param zone in which a moment belongs to a month
     */
    public List<Month<Long>> orders(UUID reseller, ZoneId zone) {
        var found = new TreeMap<YearMonth, Long>();
        database.sql("""
                        SELECT to_char(started_at AT TIME ZONE :zone, 'YYYY-MM') AS month, count(*) AS orders
                        FROM customer_order WHERE reseller_id = :reseller AND started_at >= :begin GROUP BY 1""")
                .param("zone", zone.getId())
                .param("reseller", reseller)
                .param("begin", first().atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    found.put(YearMonth.parse(row.getString("month")), row.getLong("orders"));
                });
        return months(month -> found.getOrDefault(month, 0L));
    }

    /** The months the figures are about, oldest first. */
    public List<YearMonth> span() {
        var first = YearMonth.from(first());
        return IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    }

    private <V> List<Month<V>> months(Function<YearMonth, V> value) {
        return span().stream()
                .map(month -> new Month<>(month, value.apply(month)))
                .toList();
    }

    private LocalDate first() {
        return YearMonth.from(calendar.today()).minusMonths(MONTHS - 1L).atDay(1);
    }
}
