package io.partnerflow.taskmail;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.OpenTaskList.OpenTask;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code task_escalation}. */
@Component
class EscalationRows {

    private final JdbcClient database;

    EscalationRows(JdbcClient database) {
        this.database = database;
    }

    void forgetAllBut(List<OpenTask> open) {
        database.sql("DELETE FROM task_escalation WHERE task_id <> ALL (?::text[])")
                .param(open.stream().map(OpenTask::id).toArray(String[]::new))
                .update();
    }

    /**
     * @param stages by late task
     * @return those not told of before, by id of the task
     */
    Map<String, Integer> tell(Map<OpenTask, Integer> stages, Instant now) {
        return database
                .sql("""
                        INSERT INTO task_escalation (task_id, due_at, stage, told_at)
                        SELECT task, due, stage, ? FROM unnest(?::text[], ?::timestamptz[], ?::smallint[])
                            AS late (task, due, stage)
                        ON CONFLICT DO NOTHING
                        RETURNING task_id, stage""")
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        stages.keySet().stream().map(OpenTask::id).toArray(String[]::new),
                        stages.keySet().stream()
                                .map(task -> String.valueOf(task.due()))
                                .toArray(String[]::new),
                        stages.values().stream().map(String::valueOf).toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("task_id"), row.getInt("stage")))
                .list()
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }
}
