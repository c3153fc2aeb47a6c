package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every task that is open, in one question, for those who look at all of them at once. */
@Component
@Transactional(readOnly = true)
public class OpenTaskList {

    private static final String OPEN = """
            SELECT task.id_ AS id, task.name_ AS name, process.business_key_ AS number, task.assignee_ AS assignee,
                task.create_time_ AS opened, task.due_date_ AS due, task.follow_up_date_ AS follow_up,
                coalesce(array_agg(DISTINCT candidate.group_id_)
                    FILTER (WHERE candidate.group_id_ IS NOT NULL), '{}') AS desks
            FROM public.act_ru_task task
            JOIN public.act_ru_execution process ON process.id_ = task.proc_inst_id_
            LEFT JOIN public.act_ru_identitylink candidate
                ON candidate.task_id_ = task.id_ AND candidate.type_ = 'candidate'
            """;
    private static final String EACH = """
            GROUP BY task.id_, process.business_key_
            ORDER BY task.due_date_ NULLS LAST, task.create_time_, task.id_""";

    private final JdbcClient database;

    OpenTaskList(JdbcClient database) {
        this.database = database;
    }

    /** Those due first come first, those without a date last. Tasks of processes that are suspended are left out. */
    public List<OpenTask> everything() {
        return database.sql(OPEN + "WHERE task.suspension_state_ = 1 " + EACH)
                .query(OpenTaskList::task)
                .list();
    }

    /** @return empty for a task that is not open, suspended or not */
    public Optional<OpenTask> find(String taskId) {
        return database.sql(OPEN + "WHERE task.id_ = ? " + EACH)
                .param(taskId)
                .query(OpenTaskList::task)
                .optional();
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id"),
                row.getString("name"),
                row.getString("number"),
                Set.of((String[]) row.getArray("desks").getArray()),
                row.getString("assignee"),
                row.getTimestamp("opened").toInstant(),
                moment(row, "due"),
                moment(row, "follow_up"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /**
     * A task that waits to be done.
     *
     * @param name the task's name in its model
     * @param number of what it is about; null for a process without one
     * @param desks ids of the groups that may do it
     * @param assignee who has taken it or was given it; null for nobody yet
     * @param due until when it should be done; null if it may wait
     * @param followUp when it is to be looked at again; null for no such day
     */
    public record OpenTask(
            String id,
            String name,
            @Nullable String number,
            Set<String> desks,
            @Nullable String assignee,
            Instant opened,
            @Nullable Instant due,
            @Nullable Instant followUp) {}
}
