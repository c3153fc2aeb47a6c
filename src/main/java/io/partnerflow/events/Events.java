package io.partnerflow.events;

import io.partnerflow.shared.Invalid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's journal of what happened. */
@Service
@Transactional(readOnly = true)
public class Events {

    /** As many at once, at most. */
    public static final int MOST = 500;

    private static final String SELECTED = """
            SELECT j.position, j.organisation_id, e.uid, e.at, e.type, e.area, e.number
            FROM event_journal j JOIN event e ON e.id = j.event_id
            """;

    private final JdbcClient database;

    Events(JdbcClient database) {
        this.database = database;
    }

    /**
     * What happened after a place in the organisation's journal, oldest first.
     *
     * @param areas of the API the reader may read
     * @param after position of the last one read; 0 for all
     * @param most  1 to {@link #MOST}
     * @throws Invalid if {@code most} or {@code after} is out of bounds
     */
    public List<Event> after(UUID organisation, Set<String> areas, long after, int most) {
        var problems = new Invalid.Collector();
        if (after < 0) {
            problems.reject("after", "event-position", after);
        }
        if (most < 1 || most > MOST) {
            problems.reject("size", "out-of-range", most, 1, MOST);
        }
        problems.throwIfAny();
        return areas.isEmpty()
                ? List.of()
                : database.sql(SELECTED + """
                                WHERE j.organisation_id = :organisation AND j.position > :after AND e.area IN (:areas)
                                ORDER BY j.position LIMIT :most""")
                        .param("organisation", organisation)
                        .param("after", after)
                        .param("areas", areas)
                        .param("most", most)
                        .query(Events::read)
                        .list();
    }

    /** The position of the latest event in the organisation's journal; 0 if there is none. */
    public long latest(UUID organisation) {
        return database.sql("SELECT coalesce(max(position), 0) FROM event_journal WHERE organisation_id = ?")
                .param(organisation)
                .query(Long.class)
                .single();
    }

    List<Event> at(Collection<Long> positions) {
        return positions.isEmpty()
                ? List.of()
                : database.sql(SELECTED + "WHERE j.position IN (:positions) ORDER BY j.position")
                        .param("positions", positions)
                        .query(Events::read)
                        .list();
    }

    private static Event read(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("position"),
                row.getObject("uid", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("area"),
                row.getString("number"),
                row.getObject("organisation_id", UUID.class));
    }
}
