package io.partnerflow.trials;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's trials. */
@Service
@Transactional(readOnly = true)
public class TrialList {

    private static final Map<String, String> SORTS = Map.of(
            "end", "t.inactive_from, t.number",
            "-end", "t.inactive_from DESC, t.number DESC",
            "startedAt", "t.started_at, t.number",
            "-startedAt", "t.started_at DESC, t.number DESC",
            "customer", "t.customer_sort, t.number",
            "-customer", "t.customer_sort DESC, t.number DESC");
    private static final String COLUMNS = """
            t.*, o.name, (SELECT count(*) FROM trial_user u WHERE u.trial_number = t.number) AS people
            """;
    private static final String SHOWN = "JOIN organisation o ON o.id = t.customer_id";

    private final JdbcClient database;

    TrialList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Those that end first, first, unless asked otherwise.
     *
     * @param wanted sorts by {@code end}, {@code startedAt} or {@code customer}; searches number, order and customer
     * @throws Invalid if it cannot be sorted so
     */
    public Page<TrialRow> of(UUID reseller, TrialFilter filter, Paging wanted) {
        var found = found(reseller, filter, wanted).sorted(SORTS, "end");
        var items = database.sql(found.rows(COLUMNS, SHOWN))
                .params(found.params())
                .query(TrialList::row)
                .list();
        return Page.of(items, wanted, count(found));
    }

    /** The same, one after the other, for a file. */
    public void each(UUID reseller, TrialFilter filter, Paging wanted, int most, Consumer<TrialRow> taker) {
        var found = found(reseller, filter, wanted).sorted(SORTS, "end").first(most);
        try (var rows =
                database.sql(found.rows(COLUMNS, SHOWN)).params(found.params()).query(TrialList::row).stream()) {
            rows.forEach(taker);
        }
    }

    /** How many there are in each stage, counted as {@link Paging#counted} does. */
    public Map<TrialStage, Long> counts(UUID reseller, TrialFilter filter, String search) {
        var counts = new EnumMap<TrialStage, Long>(TrialStage.class);
        for (var stage : TrialStage.values()) {
            counts.put(stage, count(found(reseller, filter.in(stage), new Paging(0, 1, null, search))));
        }
        return counts;
    }

    private static Listing found(UUID reseller, TrialFilter filter, Paging wanted) {
        var found = Listing.of("trial t", wanted)
                .where("t.reseller_id = :reseller", "reseller", reseller)
                .where("t.programme = :programme", "programme", filter.programme())
                .where("t.inactive_from <= :endsBefore", "endsBefore", filter.endsBefore())
                .searched("t.search");
        return filter.stage() == null
                ? found
                : found.where("t.status IN (" + filter.stage().states() + ")");
    }

    private long count(Listing found) {
        return database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
    }

    private static TrialRow row(ResultSet row, int number) throws SQLException {
        return new TrialRow(
                row.getString("number"),
                TrialStatus.valueOf(row.getString("status")),
                row.getString("programme"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getInt("people"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("days"),
                row.getInt("extensions"),
                row.getObject("inactive_from", LocalDate.class),
                row.getObject("purge_on", LocalDate.class),
                row.getString("order_number"));
    }
}
