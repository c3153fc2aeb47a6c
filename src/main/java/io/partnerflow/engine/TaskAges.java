package io.partnerflow.engine;

import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of all desks against the days they should be done, one statement for each list. */
@Component
@Transactional(readOnly = true)
public class TaskAges {

    private static final Duration LONG = Duration.ofDays(7);

    private static final String AGED = """
            SELECT t.*, d.name_ AS process_name, d.key_ AS process,
                (SELECT p.business_key_ FROM public.act_ru_execution p WHERE p.id_ = t.proc_inst_id_) AS business_key,
                CASE WHEN t.due_date_ IS NULL THEN 'NO_DATE' WHEN t.due_date_ < :long THEN 'LONG_OVERDUE'
                    WHEN t.due_date_ < :now THEN 'OVERDUE' WHEN t.due_date_ < :tomorrow THEN 'TODAY'
                    WHEN t.due_date_ < :week THEN 'WEEK' ELSE 'LATER' END AS age,
                ARRAY(SELECT l.group_id_::text FROM public.act_ru_identitylink l
                    WHERE l.task_id_ = t.id_ AND l.type_ = 'candidate' AND l.group_id_ IS NOT NULL ORDER BY 1) AS desks
            FROM public.act_ru_task t LEFT JOIN public.act_re_procdef d ON d.id_ = t.proc_def_id_
            """;

    private static final String FOUND = "FROM (" + AGED + """
            ) a WHERE (:desk = '' OR :desk = ANY(a.desks)) AND (:ages = '' OR a.age = ANY(string_to_array(:ages, ',')))
              AND (:search = '' OR lower(concat_ws(' ', a.business_key, a.name_, a.assignee_)) LIKE :pattern)
              AND (:id = '' OR a.id_ = :id)
            """;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    TaskAges(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * Which tasks are asked for.
     *
     * @param desk null for every one
     * @param ages empty for all of them
     */
    public record Wanted(@Nullable String desk, List<TaskAge> ages) {

        public static Wanted all() {
            return new Wanted(null, List.of());
        }
    }

    /**
     * One desk's tasks.
     *
     * @param desk id of the group
     * @param counts how many there are of each age; each age is there
     */
    public record Desk(String desk, Map<TaskAge, Long> counts) {

        public long open() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long overdue() {
            return counts.get(TaskAge.OVERDUE) + counts.get(TaskAge.LONG_OVERDUE);
        }
    }

    /** Every desk of the vendor, those without work too, then other groups that have tasks. A task of two desks counts at both. */
    public List<Desk> desks() {
        var found = new LinkedHashMap<String, Map<TaskAge, Long>>();
        VendorDesks.DESKS.forEach(desk -> found.put(desk, none()));
        database.sql("SELECT desk, age, count(*) AS tasks FROM (" + AGED
                        + ") a CROSS JOIN unnest(a.desks) desk GROUP BY desk, age ORDER BY desk")
                .params(bounds())
                .query(row -> {
                    found.computeIfAbsent(row.getString("desk"), desk -> none())
                            .put(TaskAge.valueOf(row.getString("age")), row.getLong("tasks"));
                });
        return found.entrySet().stream()
                .map(one -> new Desk(one.getKey(), one.getValue()))
                .toList();
    }

    /** What should be done first comes first. */
    public Page<AgedTask> list(Wanted wanted, Paging paging) {
        var params = params(wanted, paging, "");
        var items = database.sql("SELECT * " + FOUND
                        + " ORDER BY a.due_date_ NULLS LAST, a.create_time_, a.id_ LIMIT :size OFFSET :offset")
                .params(params)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(TaskAges::task)
                .list();
        return Page.of(items, paging, count(params));
    }

    /** How many there are. */
    public long count(Wanted wanted) {
        return count(params(wanted, Paging.first(), ""));
    }

    /** @throws NotFound if no such task is open */
    public AgedTask get(String id) {
        return database.sql("SELECT * " + FOUND)
                .params(params(Wanted.all(), Paging.first(), id.isBlank() ? "-" : id))
                .query(TaskAges::task)
                .optional()
                .orElseThrow(() -> new NotFound("task", id));
    }

    private long count(Map<String, Object> params) {
        return database.sql("SELECT count(*) " + FOUND)
                .params(params)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> params(Wanted wanted, Paging paging, String id) {
        var params = new HashMap<String, Object>(bounds());
        params.put("desk", Objects.requireNonNullElse(wanted.desk(), ""));
        params.put(
                "ages", String.join(",", wanted.ages().stream().map(Enum::name).toList()));
        params.put("search", paging.search());
        params.put("pattern", paging.pattern());
        params.put("id", id);
        return params;
    }

    private Map<String, Object> bounds() {
        var now = calendar.now();
        var today = calendar.today();
        return Map.of(
                "now", Timestamp.from(now),
                "long", Timestamp.from(now.minus(LONG)),
                "tomorrow", Timestamp.from(calendar.startOfDay(today.plusDays(1))),
                "week", Timestamp.from(calendar.startOfDay(today.plusDays(LONG.toDays()))));
    }

    private static Map<TaskAge, Long> none() {
        var counts = new EnumMap<TaskAge, Long>(TaskAge.class);
        Arrays.stream(TaskAge.values()).forEach(age -> counts.put(age, 0L));
        return counts;
    }

    private static AgedTask task(ResultSet row, int number) throws SQLException {
        return new AgedTask(
                row.getString("id_"),
                Objects.requireNonNullElse(row.getString("name_"), row.getString("task_def_key_")),
                Objects.requireNonNullElse(
                        row.getString("process_name"), Objects.requireNonNullElse(row.getString("process"), "")),
                row.getString("proc_inst_id_"),
                row.getString("business_key"),
                texts(row.getArray("desks")),
                row.getString("assignee_"),
                row.getTimestamp("create_time_").toInstant(),
                moment(row.getTimestamp("due_date_")),
                TaskAge.valueOf(row.getString("age")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant moment(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
