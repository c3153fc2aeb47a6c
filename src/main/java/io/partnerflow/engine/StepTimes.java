package io.partnerflow.engine;

import io.partnerflow.shared.VendorCalendar;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the steps of processes take. Complete days come from {@link StepDays}, which keeps them for good; the days that
 * are not there yet are read from the engine. A fixed number of statements for any number of steps.
 */
@Component
@Transactional(readOnly = true)
public class StepTimes {

    private static final String LIVE = StepDays.LEFT + """
             AND definition.key_ = :process
             AND (:programme::text IS NULL OR run.programme = :programme) AND (:version::int IS NULL OR run.version = :version)
            """;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    StepTimes(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** A step of one edition of a model. */
    public record Step(int version, String element) {}

    /** What happened in one process. @param open how many run now */
    public record Run(String process, Passes ended, long open) {}

    /** How long each step took; steps that nothing has passed are missing. */
    public Map<Step, Passes> of(StepQuestion asked) {
        var open = openDays(asked.from(), asked.through());
        var spans = DaySpans.of(open, calendar);
        var found = new HashMap<Step, Passes>();
        asked(database.sql("""
                        SELECT version, element, class, sum(passes) AS passes, sum(total_ms) AS total_ms, max(longest_ms) AS longest_ms
                        FROM (SELECT version, element, class, passes, total_ms, longest_ms FROM step_day
                               WHERE process = :process AND day BETWEEN :from AND :through AND NOT day = ANY (:open)
                                 AND (:programme::text IS NULL OR programme = :programme) AND (:version::int IS NULL OR version = :version)
                              UNION ALL
                              SELECT run.version, step.act_id_, duration_class(step.duration_), 1, step.duration_, step.duration_
                              """ + LIVE + """
                              ) passed
                        GROUP BY version, element, class"""), asked)
                .param("from", asked.from())
                .param("through", asked.through())
                .param("open", open.stream().map(Date::valueOf).toArray(Date[]::new))
                .param("begins", spans.begins())
                .param("ends", spans.ends())
                .query((row, number) -> Map.entry(
                        new Step(row.getInt("version"), row.getString("element")), passes(row, row.getInt("class"))))
                .list()
                .forEach(one -> found.merge(one.getKey(), one.getValue(), Passes::plus));
        return found;
    }

    /** How long the process took as a whole, by the edition of its model: those that ended in these days. */
    public Map<Integer, Passes> whole(StepQuestion asked) {
        var found = new HashMap<Integer, Passes>();
        asked(database.sql("""
                        SELECT version, duration_class(took) AS class, count(*) AS passes, sum(took) AS total_ms, max(took) AS longest_ms
                        FROM (SELECT version, (extract(epoch FROM ended_at - started_at) * 1000)::bigint AS took FROM process_run
                               WHERE process = :process AND ended_at >= :begin AND ended_at < :end
                                 AND (:programme::text IS NULL OR programme = :programme)
                                 AND (:version::int IS NULL OR version = :version)) ended
                        GROUP BY 1, 2"""), asked)
                .param("begin", begin(asked.from()))
                .param("end", begin(asked.through().plusDays(1)))
                .query((row, number) -> Map.entry(row.getInt("version"), passes(row, row.getInt("class"))))
                .list()
                .forEach(one -> found.merge(one.getKey(), one.getValue(), Passes::plus));
        return found;
    }

    /** Every process of the house, how long it took as a whole in these days, and how many run now. */
    public List<Run> processes(LocalDate from, LocalDate through, String programme) {
        var ended = new HashMap<String, Passes>();
        database.sql("""
                        SELECT process, duration_class(took) AS class, count(*) AS passes, sum(took) AS total_ms, max(took) AS longest_ms
                        FROM (SELECT process, (extract(epoch FROM ended_at - started_at) * 1000)::bigint AS took FROM process_run
                               WHERE ended_at >= :begin AND ended_at < :end AND (:programme = '' OR programme = :programme)) ended
                        GROUP BY 1, 2""")
                .param("begin", begin(from))
                .param("end", begin(through.plusDays(1)))
                .param("programme", programme)
                .query((row, number) -> Map.entry(row.getString("process"), passes(row, row.getInt("class"))))
                .list()
                .forEach(one -> ended.merge(one.getKey(), one.getValue(), Passes::plus));
        return database.sql("""
                        SELECT model.key_, count(run.id) AS open
                        FROM (SELECT DISTINCT key_ FROM public.act_re_procdef) model
                        LEFT JOIN process_run run ON run.process = model.key_ AND run.ended_at IS NULL
                              AND (:programme = '' OR run.programme = :programme)
                        GROUP BY 1 ORDER BY 1""")
                .param("programme", programme)
                .query((row, number) ->
                        new Run(row.getString(1), ended.getOrDefault(row.getString(1), Passes.NONE), row.getLong(2)))
                .list();
    }

    /** The days of these that are not kept yet, oldest first; today is never complete. */
    List<LocalDate> openDays(LocalDate from, LocalDate through) {
        return database.sql("""
                        SELECT wanted.moment::date FROM generate_series(:from::date, :through::date, interval '1 day') AS wanted (moment)
                        WHERE NOT EXISTS (SELECT 1 FROM step_day_done done WHERE done.day = wanted.moment::date AND done.rolled_at <= :now)
                        ORDER BY 1""")
                .param("from", from)
                .param("through", through)
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .query(LocalDate.class)
                .list();
    }

    private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec statement, StepQuestion asked) {
        return statement
                .param("process", asked.process())
                .param("programme", asked.programme())
                .param("version", asked.version());
    }

    private OffsetDateTime begin(LocalDate day) {
        return OffsetDateTime.ofInstant(calendar.startOfDay(day), ZoneOffset.UTC);
    }

    private static Passes passes(ResultSet row, int durationClass) throws SQLException {
        return Passes.of(durationClass, row.getLong("passes"), row.getLong("total_ms"), row.getLong("longest_ms"));
    }
}
