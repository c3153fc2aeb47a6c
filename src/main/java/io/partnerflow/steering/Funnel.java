package io.partnerflow.steering;

import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many get how far: from an application or a first trial to a contract that was renewed. */
@Service
@Transactional(readOnly = true)
class Funnel {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    Funnel(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * A stage.
     *
     * @param reached how many came to it
     * @param on      how many of those came to the next one too; 0 at the last stage
     * @param median  how long half of those took at most; null if there are none
     */
    record Stage(
            String name, long reached, long on, @Nullable Duration median) {}

    /** Those who began in one month, or in all of them together. @param month null for all together */
    record Cohort(@Nullable YearMonth month, List<Stage> stages) {}

    /** One of those who are counted. @param moments when it came to each stage; null where it did not */
    record Subject(String subject, String name, String programme, List<@Nullable Instant> moments) {}

    /** Every month in which somebody began, the latest first, and at last all together. One statement. */
    List<Cohort> cohorts(AskedFunnel asked) {
        var unit = asked.kind();
        var columns = new StringBuilder();
        for (var place = 0; place < unit.stages().size(); place++) {
            columns.append(", count(t%1$d) AS reached%1$d".formatted(place));
            if (place + 1 < unit.stages().size()) {
                columns.append(", count(*) FILTER (WHERE t%1$d IS NOT NULL AND t%2$d IS NOT NULL) AS on%1$d"
                        .formatted(place, place + 1));
                columns.append((", percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM t%2$d - t%1$d))"
                                + " FILTER (WHERE t%2$d >= t%1$d) AS took%1$d")
                        .formatted(place, place + 1));
            }
        }
        return asked(
                        database.sql(
                                "SELECT to_char(" + unit.began() + " AT TIME ZONE :zone, 'YYYY-MM') AS month" + columns
                                        + " FROM (" + unit.path()
                                        + ") path GROUP BY GROUPING SETS ((1), ()) ORDER BY 1 DESC NULLS LAST"),
                        asked)
                .param("zone", calendar.zone().getId())
                .query((row, number) -> cohort(row, unit))
                .list();
    }

    /** Those who came to the stage, who began last first. */
    Page<Subject> list(AskedFunnel asked, Paging wanted) {
        var unit = asked.kind();
        var from = " FROM (" + unit.path() + ") path WHERE t" + asked.place() + " IS NOT NULL";
        var rows = asked(
                        database.sql("SELECT *" + from + " ORDER BY " + unit.began()
                                + " DESC, subject, programme, reseller_id LIMIT :size OFFSET :offset"),
                        asked)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query((row, number) -> subject(row, unit))
                .list();
        var count = asked(database.sql(Paging.counted(from)), asked)
                .query(Long.class)
                .single();
        return Page.of(rows, wanted, count);
    }

    private StatementSpec asked(StatementSpec statement, AskedFunnel asked) {
        var today = calendar.today();
        return statement
                .param("today", today)
                .param("begin", moment(asked.first(today)))
                .param("end", moment(asked.last(today).plusMonths(1)))
                .param("programme", asked.programme())
                .param("reseller", asked.reseller())
                .param("pattern", new Paging(0, 1, null, asked.reseller()).pattern());
    }

    private OffsetDateTime moment(YearMonth month) {
        return OffsetDateTime.ofInstant(calendar.startOfDay(month.atDay(1)), ZoneOffset.UTC);
    }

    private static Cohort cohort(ResultSet row, FunnelUnit unit) throws SQLException {
        var stages = new ArrayList<Stage>();
        for (var place = 0; place < unit.stages().size(); place++) {
            var last = place + 1 == unit.stages().size();
            var seconds = last ? null : row.getBigDecimal("took" + place);
            stages.add(new Stage(
                    unit.stages().get(place),
                    row.getLong("reached" + place),
                    last ? 0 : row.getLong("on" + place),
                    seconds == null ? null : Duration.ofSeconds(seconds.longValue())));
        }
        var month = row.getString("month");
        return new Cohort(month == null ? null : YearMonth.parse(month), stages);
    }

    private static Subject subject(ResultSet row, FunnelUnit unit) throws SQLException {
        var moments = new ArrayList<@Nullable Instant>();
        for (var place = 0; place < unit.stages().size(); place++) {
            var moment = row.getObject("t" + place, OffsetDateTime.class);
            moments.add(moment == null ? null : moment.toInstant());
        }
        return new Subject(row.getString("subject"), row.getString("name"), row.getString("programme"), moments);
    }
}
