package io.partnerflow.steering;

import io.partnerflow.engine.StepVisits;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that runs or has ever run. */
@Service
@Transactional(readOnly = true)
class ProcessRuns {

    private static final String COLUMNS = "r.*, reseller.name AS reseller_name, customer.name AS customer_name";
    private static final String JOINS = """
            LEFT JOIN organisation reseller ON reseller.id = r.reseller_id
            LEFT JOIN organisation customer ON customer.id = r.customer_id""";
    private static final int MOST_OF_A_CASE = 500;

    private final JdbcClient database;
    private final StepVisits visits;
    private final VendorCalendar calendar;

    ProcessRuns(JdbcClient database, StepVisits visits, VendorCalendar calendar) {
        this.database = database;
        this.visits = visits;
        this.calendar = calendar;
    }

    /** What was asked for, the latest begun first. */
    Page<ProcessRun> list(AskedHistory asked, Paging wanted) {
        var failed = visits.failed();
        var listing = listing(asked, wanted, failed);
        var rows = database.sql(listing.rows(COLUMNS, JOINS))
                .params(listing.params())
                .query(reading(new HashSet<>(failed)))
                .list();
        var count = database.sql(listing.count())
                .params(listing.params())
                .query(Long.class)
                .single();
        return Page.of(rows, wanted, count);
    }

    /** Every process about one number, in the order they began. */
    List<ProcessRun> about(String number) {
        return database.sql("SELECT " + COLUMNS + " FROM process_run r " + JOINS
                        + " WHERE r.number = :number ORDER BY r.started_at, r.called, r.id LIMIT " + MOST_OF_A_CASE)
                .param("number", number)
                .query(reading(new HashSet<>(visits.failed())))
                .list();
    }

    private Listing listing(AskedHistory asked, Paging wanted, List<String> failed) {
        var listing = Listing.of("process_run r", wanted)
                .where("r.process = :process", "process", asked.process())
                .where("r.programme = :programme", "programme", asked.programme())
                .where("r.version = :version", "version", AskedHistory.number(asked.version()))
                .where("r.outcome = :outcome", "outcome", asked.outcome())
                .where("r.reseller_id = :reseller", "reseller", AskedHistory.id(asked.reseller()))
                .where("r.started_at >= :from", "from", begin(AskedHistory.day(asked.from()), 0))
                .where("r.started_at < :to", "to", begin(AskedHistory.day(asked.to()), 1))
                .where("r.ended_at >= :endedFrom", "endedFrom", begin(AskedHistory.day(asked.endedFrom()), 0))
                .where("r.ended_at < :endedTo", "endedTo", begin(AskedHistory.day(asked.endedTo()), 1))
                .searched("r.search");
        if (asked.process().isEmpty()) {
            listing.where("NOT r.called");
        }
        var longer = AskedHistory.number(asked.longer());
        if (longer != null) {
            // what has ended took its time; what runs has begun before
            listing.where(
                            "(r.ended_at - r.started_at > make_interval(days => :longer) OR r.ended_at IS NULL)",
                            "longer",
                            longer)
                    .where(
                            "(r.ended_at IS NOT NULL OR r.started_at < :begunBefore)",
                            "begunBefore",
                            moment(calendar.now().minus(Duration.ofDays(longer))));
        }
        switch (asked.state()) {
            case "running" -> listing.where("r.ended_at IS NULL");
            case "done" -> listing.where("r.ended_at IS NOT NULL AND r.state NOT LIKE '%TERMINATED'");
            case "cancelled" -> listing.where("r.state LIKE '%TERMINATED'");
            case "failed" -> listing.where("r.id = ANY (:failed)", "failed", failed.toArray(String[]::new));
            default -> {}
        }
        return listing.by("r.started_at DESC, r.id");
    }

    private @Nullable OffsetDateTime begin(@Nullable LocalDate day, int later) {
        return day == null ? null : moment(calendar.startOfDay(day.plusDays(later)));
    }

    private static OffsetDateTime moment(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static org.springframework.jdbc.core.RowMapper<ProcessRun> reading(Set<String> failed) {
        return (row, number) -> new ProcessRun(
                row.getString("id"),
                row.getString("process"),
                row.getInt("version"),
                row.getString("definition"),
                row.getString("number"),
                row.getString("programme"),
                row.getString("reseller_name"),
                row.getString("customer_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended(row),
                failed.contains(row.getString("id")) ? "failed" : state(row),
                row.getString("outcome"),
                row.getBoolean("called"));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return ended == null ? null : ended.toInstant();
    }

    private static String state(ResultSet row) throws SQLException {
        if (row.getString("state").endsWith("TERMINATED")) {
            return "cancelled";
        }
        return ended(row) == null ? "running" : "done";
    }
}
