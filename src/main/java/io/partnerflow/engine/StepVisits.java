package io.partnerflow.engine;

import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cases are in a step now, and which have stayed in it longest; as far back as the engine remembers. */
@Component
@Transactional(readOnly = true)
public class StepVisits {

    private static final String FAILED = """
            FROM public.act_ru_incident incident
            JOIN process_run run ON run.id = incident.proc_inst_id_
            WHERE incident.id_ = incident.root_cause_incident_id_ AND run.process = :process
              AND (:programme::text IS NULL OR run.programme = :programme) AND (:version::int IS NULL OR run.version = :version)
              AND NOT EXISTS (SELECT 1 FROM public.act_hi_actinst step WHERE step.proc_inst_id_ = run.id
                                 AND step.act_id_ = incident.activity_id_ AND step.end_time_ IS NULL)
            """;

    private static final String INSIDE = """
            FROM public.act_re_procdef definition
            JOIN public.act_hi_actinst step ON step.proc_def_id_ = definition.id_ AND step.end_time_ IS NULL
                 AND step.act_type_ <> 'multiInstanceBody'
            JOIN process_run run ON run.id = step.proc_inst_id_
            WHERE definition.key_ = :process
              AND (:programme::text IS NULL OR run.programme = :programme) AND (:version::int IS NULL OR run.version = :version)
            """;

    private static final String LONGEST = """
            FROM public.act_re_procdef definition
            JOIN public.act_hi_actinst step ON step.proc_def_id_ = definition.id_
                 AND step.end_time_ >= :begin AND step.end_time_ < :end AND step.act_id_ = :element
            JOIN process_run run ON run.id = step.proc_inst_id_
            WHERE definition.key_ = :process
              AND (:programme::text IS NULL OR run.programme = :programme) AND (:version::int IS NULL OR run.version = :version)
            """;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    StepVisits(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** How many cases are in each step now; a step that does not work counts, though the engine has not entered it yet. */
    public Map<String, Long> counts(StepQuestion asked) {
        var found = new HashMap<String, Long>();
        asked(
                        database.sql("SELECT step.act_id_, count(*) " + INSIDE
                                + " GROUP BY 1 UNION ALL SELECT incident.activity_id_, count(*) " + FAILED
                                + " GROUP BY 1"),
                        asked)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(one -> found.merge(one.getKey(), one.getValue(), Long::sum));
        return found;
    }

    /** The cases that are in the step now, the one that came first on top. */
    public Page<StepVisit> inside(StepQuestion asked, String element, Paging wanted) {
        var from =
                " FROM (SELECT run.id, run.number, run.version, step.start_time_, NULL::timestamp AS end_time_, step.assignee_, EXISTS ("
                        + "SELECT 1 FROM public.act_ru_incident i WHERE i.proc_inst_id_ = run.id AND i.activity_id_ = step.act_id_) AS failed "
                        + INSIDE + " AND step.act_id_ = :element"
                        + " UNION ALL SELECT run.id, run.number, run.version, incident.incident_timestamp_, NULL, NULL, true "
                        + FAILED
                        + " AND incident.activity_id_ = :element) visit";
        var rows = asked(
                        database.sql("SELECT *" + from + " ORDER BY start_time_, id LIMIT :size OFFSET :offset"), asked)
                .param("element", element)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query(StepVisits::visit)
                .list();
        var count = asked(database.sql(Paging.counted(from)), asked)
                .param("element", element)
                .query(Long.class)
                .single();
        return Page.of(rows, wanted, count);
    }

    /** Those that left the step in these days, the one that took longest on top. */
    public Page<StepVisit> longest(StepQuestion asked, String element, Paging wanted) {
        var rows = spanned(
                        database.sql(
                                "SELECT run.id, run.number, run.version, step.start_time_, step.end_time_, step.assignee_, false AS failed "
                                        + LONGEST
                                        + " ORDER BY step.duration_ DESC, step.id_ LIMIT :size OFFSET :offset"),
                        asked,
                        element)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query(StepVisits::visit)
                .list();
        var count = spanned(database.sql(Paging.counted(LONGEST)), asked, element)
                .query(Long.class)
                .single();
        return Page.of(rows, wanted, count);
    }

    /** Ids of the processes in which something does not work now. */
    public List<String> failed() {
        return database.sql("SELECT DISTINCT proc_inst_id_ FROM public.act_ru_incident LIMIT " + Paging.REACH)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec spanned(JdbcClient.StatementSpec statement, StepQuestion asked, String element) {
        return asked(statement, asked)
                .param("element", element)
                .param("begin", begin(asked.from()))
                .param("end", begin(asked.through().plusDays(1)));
    }

    private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec statement, StepQuestion asked) {
        return statement
                .param("process", asked.process())
                .param("programme", asked.programme())
                .param("version", asked.version());
    }

    private Timestamp begin(LocalDate day) {
        return Timestamp.from(calendar.startOfDay(day));
    }

    private static StepVisit visit(ResultSet row, int number) throws SQLException {
        var left = row.getTimestamp("end_time_");
        return new StepVisit(
                row.getString("id"),
                row.getString("number"),
                row.getInt("version"),
                row.getTimestamp("start_time_").toInstant(),
                left == null ? null : left.toInstant(),
                row.getString("assignee_"),
                row.getBoolean("failed"));
    }
}
