package io.partnerflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Running cases and the versions of their process: how many, where they are, and moving them to another version. */
@Component
public class CaseMoves {

    private final RuntimeService runtime;
    private final JdbcClient database;
    private final OnBehalfOfTheHouse house;

    CaseMoves(@Lazy RuntimeService runtime, JdbcClient database, OnBehalfOfTheHouse house) {
        this.runtime = runtime;
        this.database = database;
        this.house = house;
    }

    /**
     * One deployed version of a process, table or form.
     *
     * @param id      the engine's id of the definition
     * @param version as the engine and Cockpit count
     * @param running cases that follow it now; only processes have any
     */
    public record Deployed(String id, String edition, int version, long running) {}

    /** Every deployed version of a process, latest first. */
    @Transactional(readOnly = true)
    public List<Deployed> versions(String process) {
        return database.sql("""
                        SELECT p.id_, p.deployment_id_, p.version_,
                            (SELECT count(*) FROM public.act_ru_execution e
                             WHERE e.proc_def_id_ = p.id_ AND e.parent_id_ IS NULL) AS running
                        FROM public.act_re_procdef p WHERE p.key_ = ? ORDER BY p.version_ DESC""").param(process).query(CaseMoves::deployed).list();
    }

    /** How many cases run on each version of each process, by the id of the definition. */
    @Transactional(readOnly = true)
    public Map<String, Long> running() {
        var counts = new LinkedHashMap<String, Long>();
        database.sql("""
                        SELECT proc_def_id_, count(*) AS cases FROM public.act_ru_execution
                        WHERE parent_id_ IS NULL GROUP BY proc_def_id_""").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** Where cases of a version are now: element id and how many. */
    @Transactional(readOnly = true)
    public Map<String, Long> whereabouts(String definition) {
        var counts = new LinkedHashMap<String, Long>();
        database.sql("""
                        SELECT act_id_, count(DISTINCT proc_inst_id_) AS cases FROM public.act_ru_execution
                        WHERE proc_def_id_ = ? AND act_id_ IS NOT NULL AND is_scope_ GROUP BY act_id_
                        UNION ALL
                        SELECT act_id_, count(DISTINCT proc_inst_id_) FROM public.act_ru_execution
                        WHERE proc_def_id_ = ? AND act_id_ IS NOT NULL AND NOT is_scope_ GROUP BY act_id_""").params(definition, definition).query(row -> {
            counts.merge(row.getString(1), row.getLong(2), Math::max);
        });
        return counts;
    }

    /** Elements where cases are and that the other version does not have at the same place. */
    public Set<String> withoutCounterpart(String from, String to) {
        var mapped = new LinkedHashSet<String>();
        plan(from, to).getInstructions().forEach(step -> mapped.add(step.getSourceActivityId()));
        var stuck = new LinkedHashSet<>(whereabouts(from).keySet());
        stuck.removeAll(mapped);
        stuck.remove(from.substring(0, from.indexOf(':')));
        return stuck;
    }

    /** Begins a batch. @return its id */
    @Transactional
    public String move(String from, String to) {
        return house.ask(() -> runtime.newMigration(plan(from, to))
                .processInstanceQuery(runtime.createProcessInstanceQuery().processDefinitionId(from))
                .skipCustomListeners()
                .executeAsync()
                .getId());
    }

    /**
     * How far a batch has come.
     *
     * @param failed moves that were tried and are not tried again
     */
    public record Progress(int all, int done, int failed) {

        public boolean finished() {
            return done == all;
        }
    }

    /** A batch that is no longer there has done everything. */
    @Transactional(readOnly = true)
    public Progress progress(String batch, int all) {
        return database.sql("""
                        SELECT b.total_jobs_ AS all_jobs, b.jobs_created_ AS created,
                            (SELECT count(*) FROM public.act_ru_job j WHERE j.job_def_id_ = b.batch_job_def_id_) AS left_over,
                            (SELECT count(*) FROM public.act_ru_job j
                             WHERE j.job_def_id_ = b.batch_job_def_id_ AND j.retries_ = 0) AS failed
                        FROM public.act_ru_batch b WHERE b.id_ = ?""")
                .param(batch)
                .query((row, index) -> new Progress(
                        row.getInt("all_jobs"), row.getInt("created") - row.getInt("left_over"), row.getInt("failed")))
                .optional()
                .orElseGet(() -> new Progress(all, all, 0));
    }

    private MigrationPlan plan(String from, String to) {
        return house.ask(() -> runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .updateEventTriggers()
                .build());
    }

    private static Deployed deployed(ResultSet row, int index) throws SQLException {
        return new Deployed(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4));
    }
}
