package io.partnerflow.engine;

import io.partnerflow.shared.VendorCalendar;
import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the engine forgets after half a year: how long steps took, day by day. A day is written once it is over; to
 * write it again changes nothing.
 */
@Component
public class StepDays {

    /** Steps that were left in some spans of time. Gateways take no time, but for those that wait for the first event. */
    static final String LEFT = """
            FROM unnest(:begins::timestamp[], :ends::timestamp[]) AS span (begins, ends)
            CROSS JOIN public.act_re_procdef definition
            JOIN public.act_hi_actinst step ON step.proc_def_id_ = definition.id_
                 AND step.end_time_ >= span.begins AND step.end_time_ < span.ends
            JOIN process_run run ON run.id = step.proc_inst_id_
            WHERE (step.act_type_ NOT LIKE '%Gateway' OR step.act_type_ = 'eventBasedGateway')
              AND step.act_type_ <> 'multiInstanceBody'
            """;

    private static final int DAYS_AT_ONCE = 31;

    private final JdbcClient database;
    private final VendorCalendar calendar;
    private final StepTimes times;

    StepDays(JdbcClient database, VendorCalendar calendar, StepTimes times) {
        this.database = database;
        this.calendar = calendar;
        this.times = times;
    }

    /**
     * Writes the oldest days that are over and not written yet, at most a month of them.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean write() {
        var days = open(DAYS_AT_ONCE);
        if (!days.isEmpty()) {
            write(days);
        }
        return days.size() == DAYS_AT_ONCE;
    }

    /** How many days are over and not written yet; not counted further than asked. */
    @Transactional(readOnly = true)
    public int open() {
        return open(Integer.MAX_VALUE).size();
    }

    private List<LocalDate> open(int most) {
        var first = database.sql("SELECT min(end_time_)::timestamptz FROM public.act_hi_actinst")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list();
        return first.get(0) == null
                ? List.of()
                : times
                        .openDays(
                                calendar.dateOf(first.get(0).toInstant()),
                                calendar.today().minusDays(1))
                        .stream()
                        .limit(most)
                        .toList();
    }

    private void write(List<LocalDate> days) {
        var spans = DaySpans.of(days, calendar);
        var written = days.stream().map(Date::valueOf).toArray(Date[]::new);
        database.sql("DELETE FROM step_day WHERE day = ANY (:days)")
                .param("days", written)
                .update();
        database.sql("""
                        INSERT INTO step_day (process, day, version, element, programme, class, passes, total_ms, longest_ms)
                        SELECT definition.key_, (step.end_time_::timestamptz AT TIME ZONE :zone)::date, run.version, step.act_id_,
                               coalesce(run.programme, ''), duration_class(step.duration_), count(*), sum(step.duration_),
                               max(step.duration_)
                        """ + LEFT + "GROUP BY 1, 2, 3, 4, 5, 6")
                .param("zone", calendar.zone().getId())
                .param("begins", spans.begins())
                .param("ends", spans.ends())
                .update();
        database.sql("""
                        INSERT INTO step_day_done (day, rolled_at) SELECT unnest(:days), :now
                        ON CONFLICT (day) DO UPDATE SET rolled_at = excluded.rolled_at""")
                .param("days", written)
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
    }
}
