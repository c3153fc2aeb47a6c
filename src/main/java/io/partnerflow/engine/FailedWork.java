package io.partnerflow.engine;

import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has failed and waits for a person, one statement for each list however long it is. */
@Component
@Transactional(readOnly = true)
public class FailedWork {

    private static final String FROM = """
            FROM public.act_ru_incident i
            LEFT JOIN public.act_re_procdef d ON d.id_ = i.proc_def_id_
            WHERE i.id_ = i.root_cause_incident_id_
              AND (:id = '' OR i.id_ = :id)
              AND (:kinds = '' OR (i.incident_type_ = 'failedJob') = (:kinds = 'steps'))
              AND (:process = '' OR d.key_ = :process)
              AND (:element = '' OR coalesce(i.failed_activity_id_, i.activity_id_) = :element)
            """;

    private static final String ROWS =
            """
            SELECT i.*, d.id_ AS definition, d.key_, d.name_, d.version_, j.exception_msg_,
                coalesce(i.failed_activity_id_, i.activity_id_, '') AS element,
                (SELECT p.business_key_ FROM public.act_ru_execution p WHERE p.id_ = i.proc_inst_id_) AS business_key,
                (SELECT count(*) FROM public.act_hi_job_log l -- the log has no index on its jobs, but one on their processes
                    WHERE l.process_instance_id_ = i.proc_inst_id_ AND l.job_id_ = j.id_ AND l.job_state_ = 1) AS tries
            """ + FROM.replace("WHERE i.id_", "LEFT JOIN public.act_ru_job j ON j.id_ = i.configuration_\nWHERE i.id_")
                    + """
            ORDER BY i.incident_timestamp_, i.id_ LIMIT :size OFFSET :offset
            """;

    private final JdbcClient database;
    private final ProcessModels models;

    FailedWork(JdbcClient database, ProcessModels models) {
        this.database = database;
        this.models = models;
    }

    /**
     * Which failures are asked for.
     *
     * @param steps true for steps that have used up their tries, false for what processes have reported; null for both
     * @param process key of the process; null for every one
     * @param element id of the step in its model; null for every one
     */
    public record Wanted(
            @Nullable Boolean steps,
            @Nullable String process,
            @Nullable String element) {

        public static Wanted allSteps() {
            return new Wanted(true, null, null);
        }
    }

    /**
     * Steps that fail alike.
     *
     * @param definition the latest edition among them
     * @param oldest since when the first of them waits
     */
    public record Alike(
            String process,
            String processName,
            String definition,
            String element,
            String elementName,
            long count,
            Instant oldest) {}

    /** Oldest first. */
    public Page<Failure> list(Wanted wanted, Paging paging) {
        var items = database.sql(ROWS)
                .params(params(wanted, ""))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::failure)
                .list();
        return Page.of(items, paging, count(wanted));
    }

    /** How many there are. */
    public long count(Wanted wanted) {
        return database.sql("SELECT count(*) " + FROM)
                .params(params(wanted, ""))
                .query(Long.class)
                .single();
    }

    /** Failed steps of processes by what has failed, the most frequent first. */
    public List<Alike> alike() {
        return database.sql("""
                        SELECT d.key_, max(d.name_) AS name_, max(d.id_) AS definition,
                            coalesce(i.failed_activity_id_, i.activity_id_) AS element,
                            count(*) AS failures, min(i.incident_timestamp_) AS oldest
                        """ + FROM + "AND d.key_ IS NOT NULL GROUP BY d.key_, 4 ORDER BY failures DESC, d.key_, 4")
                .params(params(Wanted.allSteps(), ""))
                .query((row, i) -> new Alike(
                        row.getString("key_"),
                        Objects.requireNonNullElse(row.getString("name_"), row.getString("key_")),
                        row.getString("definition"),
                        row.getString("element"),
                        nameOf(row.getString("definition"), row.getString("element")),
                        row.getLong("failures"),
                        row.getTimestamp("oldest").toInstant()))
                .list();
    }

    /** @throws NotFound if nothing has failed under this id, or no longer */
    public Failure get(String id) {
        return find(id).orElseThrow(() -> new NotFound("failure", id));
    }

    /** @return empty if nothing has failed under this id, or no longer */
    public Optional<Failure> find(String id) {
        return id.isBlank()
                ? Optional.empty()
                : database.sql(ROWS)
                        .params(params(new Wanted(null, null, null), id))
                        .param("size", 1)
                        .param("offset", 0)
                        .query(this::failure)
                        .optional();
    }

    /** Which of these still wait for a person. @param steps of failed steps, or ids of what was reported */
    public Set<String> standing(Collection<String> steps) {
        return database.sql("""
                        SELECT configuration_ FROM public.act_ru_incident
                        WHERE incident_type_ = 'failedJob' AND configuration_ = ANY(:steps)
                        UNION SELECT id_ FROM public.act_ru_incident WHERE id_ = ANY(:steps)""")
                .param("steps", steps.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private static Map<String, Object> params(Wanted wanted, String id) {
        return Map.of(
                "id",
                id,
                "kinds",
                wanted.steps() == null ? "" : wanted.steps() ? "steps" : "reports",
                "process",
                Objects.requireNonNullElse(wanted.process(), ""),
                "element",
                Objects.requireNonNullElse(wanted.element(), ""));
    }

    private Failure failure(ResultSet row, int number) throws SQLException {
        var key = Objects.requireNonNullElse(row.getString("key_"), "");
        return new Failure(
                row.getString("id_"),
                row.getString("incident_type_"),
                row.getString("incident_type_").equals(Failure.FAILED_STEP) ? row.getString("configuration_") : null,
                row.getString("definition"),
                key,
                Objects.requireNonNullElse(row.getString("name_"), key),
                row.getInt("version_"),
                row.getString("element"),
                nameOf(row.getString("definition"), row.getString("element")),
                row.getString("proc_inst_id_"),
                row.getString("business_key"),
                row.getTimestamp("incident_timestamp_").toInstant(),
                Objects.requireNonNullElse(row.getString("incident_msg_"), ""),
                row.getString("exception_msg_"),
                row.getInt("tries"));
    }

    private String nameOf(@Nullable String definition, String element) {
        var name = models.step(definition, element).name();
        return name.isEmpty() ? element : name;
    }
}
