package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine has written down about some processes, one statement for each kind of row however many processes
 * there are. Its own queries take one process at a time.
 */
@Component
class ProcessRows {

    private final JdbcClient database;

    ProcessRows(JdbcClient database) {
        this.database = database;
    }

    record Instance(
            String id,
            String definition,
            String process,
            @Nullable String parent,
            Instant started,
            boolean ended) {}

    record Entry(
            String instance,
            String element,
            String type,
            Instant entered,
            @Nullable Instant left,
            boolean cancelled) {}

    record OpenTask(
            String instance, String element, @Nullable Instant due) {}

    /**
     * @param due    null for at once
     * @param timer  waits for a moment; otherwise a step that is about to be done
     * @param failed was tried and is tried again
     * @param after  the step is done, what follows it is not
     */
    record OpenJob(
            String instance,
            String element,
            Instant since,
            @Nullable Instant due,
            boolean timer,
            boolean failed,
            boolean after) {}

    record Failure(String instance, String element, Instant since) {}

    /** Those about a thing and those they have called, in the order they began; served by the engine's own indexes. */
    List<Instance> about(String businessKey) {
        return database.sql("""
                SELECT * FROM (
                    SELECT id_, proc_def_id_, proc_def_key_, super_process_instance_id_, start_time_, end_time_
                      FROM public.act_hi_procinst WHERE business_key_ = :key
                    UNION
                    SELECT id_, proc_def_id_, proc_def_key_, super_process_instance_id_, start_time_, end_time_
                      FROM public.act_hi_procinst WHERE root_proc_inst_id_ IN
                           (SELECT id_ FROM public.act_hi_procinst WHERE business_key_ = :key)) found
                ORDER BY start_time_, super_process_instance_id_ NULLS FIRST, id_
                """)
                .param("key", businessKey)
                .query((row, number) -> new Instance(
                        row.getString("id_"),
                        row.getString("proc_def_id_"),
                        row.getString("proc_def_key_"),
                        row.getString("super_process_instance_id_"),
                        row.getTimestamp("start_time_").toInstant(),
                        row.getTimestamp("end_time_") != null))
                .list();
    }

    List<Entry> entries(Collection<String> instances) {
        return database.sql("""
                SELECT proc_inst_id_, act_id_, act_type_, start_time_, end_time_, act_inst_state_
                  FROM public.act_hi_actinst WHERE proc_inst_id_ = ANY(:instances)
                 ORDER BY start_time_, sequence_counter_
                """)
                .param("instances", instances.toArray(String[]::new))
                .query((row, number) -> new Entry(
                        row.getString("proc_inst_id_"),
                        row.getString("act_id_"),
                        row.getString("act_type_"),
                        row.getTimestamp("start_time_").toInstant(),
                        moment(row, "end_time_"),
                        row.getInt("act_inst_state_") == 2))
                .list();
    }

    List<OpenTask> tasks(Collection<String> instances) {
        return database.sql("""
                SELECT proc_inst_id_, task_def_key_, due_date_ FROM public.act_ru_task
                 WHERE proc_inst_id_ = ANY(:instances)
                """)
                .param("instances", instances.toArray(String[]::new))
                .query((row, number) -> new OpenTask(
                        row.getString("proc_inst_id_"), row.getString("task_def_key_"), moment(row, "due_date_")))
                .list();
    }

    List<OpenJob> jobs(Collection<String> instances) {
        return database.sql("""
                SELECT process_instance_id_, act_id_, create_time_, duedate_, type_, exception_msg_, handler_cfg_
                  FROM public.act_ru_job JOIN public.act_ru_jobdef definition ON definition.id_ = job_def_id_
                 WHERE process_instance_id_ = ANY(:instances) AND retries_ > 0
                """)
                .param("instances", instances.toArray(String[]::new))
                .query((row, number) -> new OpenJob(
                        row.getString("process_instance_id_"),
                        row.getString("act_id_"),
                        row.getTimestamp("create_time_").toInstant(),
                        moment(row, "duedate_"),
                        "timer".equals(row.getString("type_")),
                        row.getString("exception_msg_") != null,
                        String.valueOf(row.getString("handler_cfg_")).startsWith("transition-notify")))
                .list();
    }

    List<Failure> failures(Collection<String> instances) {
        return database.sql("""
                SELECT proc_inst_id_, activity_id_, incident_timestamp_ FROM public.act_ru_incident
                 WHERE proc_inst_id_ = ANY(:instances)
                """)
                .param("instances", instances.toArray(String[]::new))
                .query((row, number) -> new Failure(
                        row.getString("proc_inst_id_"),
                        row.getString("activity_id_"),
                        row.getTimestamp("incident_timestamp_").toInstant()))
                .list();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
