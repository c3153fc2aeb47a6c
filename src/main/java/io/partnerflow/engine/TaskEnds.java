package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has become of a task that is not open any more, as long as the engine keeps its history. */
@Component
@Transactional(readOnly = true)
public class TaskEnds {

    private final JdbcClient database;

    TaskEnds(JdbcClient database) {
        this.database = database;
    }

    /** @return empty for a task that is still open, that never was, or whose history has been cleaned up */
    public Optional<TaskEnd> find(String taskId) {
        return database.sql("""
                SELECT task.name_ AS name, process.business_key_ AS number, process.id_ AS process, task.end_time_ AS ended,
                    task.delete_reason_ = 'completed' AS done,
                    coalesce((SELECT log.user_id_ FROM public.act_hi_op_log log
                        WHERE log.task_id_ = task.id_ AND log.operation_type_ = 'Complete'
                        ORDER BY log.timestamp_ DESC LIMIT 1), task.assignee_) AS person
                FROM public.act_hi_taskinst task
                JOIN public.act_hi_procinst process ON process.id_ = task.proc_inst_id_
                WHERE task.id_ = ? AND task.end_time_ IS NOT NULL""").param(taskId).query(TaskEnds::end).optional();
    }

    private static TaskEnd end(ResultSet row, int number) throws SQLException {
        return new TaskEnd(
                row.getString("name"),
                row.getString("number"),
                row.getTimestamp("ended").toInstant(),
                row.getBoolean("done"),
                row.getString("person"));
    }

    /**
     * How a task ended.
     *
     * @param name the task's name in its model
     * @param number of what it was about; null for a process without one
     * @param done whether somebody has done it; otherwise the process went on without it
     * @param person log-in of who did it; null if that is not known or nobody did
     */
    public record TaskEnd(
            String name,
            @Nullable String number,
            Instant endedAt,
            boolean done,
            @Nullable String person) {}
}
