package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the engine remembers of some processes: who did which task, and what did not work. */
@Component
@Transactional(readOnly = true)
public class CaseRecord {

    private final JdbcClient database;

    CaseRecord(JdbcClient database) {
        this.database = database;
    }

    /**
     * A task.
     *
     * @param person who has or had it; null for nobody
     * @param ended  null while it is open
     * @param done   false if something else has ended it: a deadline, a withdrawal
     */
    public record Work(
            String task,
            String process,
            String name,
            @Nullable String person,
            Instant begun,
            @Nullable Instant ended,
            @Nullable Instant due,
            boolean done) {}

    /** A step that did not work. @param ended when it was put right; null while it stands */
    public record Fault(
            String element,
            String process,
            @Nullable String message,
            Instant begun,
            @Nullable Instant ended) {}

    /** Every task of the processes, in the order they came. @param runs the engine's ids */
    public List<Work> work(Collection<String> runs) {
        return database.sql("""
                        SELECT id_, proc_def_key_, name_, assignee_, start_time_, end_time_, due_date_, delete_reason_
                        FROM public.act_hi_taskinst WHERE proc_inst_id_ = ANY (:runs) ORDER BY start_time_, id_ LIMIT 1000""")
                .param("runs", runs.toArray(String[]::new))
                .query((row, number) -> new Work(
                        row.getString("id_"),
                        row.getString("proc_def_key_"),
                        row.getString("name_"),
                        row.getString("assignee_"),
                        row.getTimestamp("start_time_").toInstant(),
                        moment(row, "end_time_"),
                        moment(row, "due_date_"),
                        "completed".equals(row.getString("delete_reason_"))))
                .list();
    }

    /** Every fault of the processes, where it happened, in the order they came. */
    public List<Fault> faults(Collection<String> runs) {
        return database.sql("""
                        SELECT activity_id_, proc_def_key_, incident_msg_, create_time_, end_time_
                        FROM public.act_hi_incident
                        WHERE proc_inst_id_ = ANY (:runs) AND id_ = root_cause_incident_id_ ORDER BY create_time_, id_ LIMIT 200""")
                .param("runs", runs.toArray(String[]::new))
                .query((row, number) -> new Fault(
                        row.getString("activity_id_"),
                        row.getString("proc_def_key_"),
                        row.getString("incident_msg_"),
                        row.getTimestamp("create_time_").toInstant(),
                        moment(row, "end_time_")))
                .list();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
