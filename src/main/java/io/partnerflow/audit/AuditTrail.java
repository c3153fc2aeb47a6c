package io.partnerflow.audit;

import io.partnerflow.shared.RowSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends to the audit trail, in the caller's transaction. */
@Component
public class AuditTrail {

    private final JdbcClient database;
    private final Clock clock;
    private final Actors actors;
    private final ApplicationEventPublisher events;

    AuditTrail(JdbcClient database, Clock clock, Actors actors, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.actors = actors;
        this.events = events;
    }

    /**
     * Records that the current actor has done something, and publishes {@link Recorded}.
     *
     * @param action what was done, as a past participle in kebab-case such as {@code order-placed}
     * @param subject the human number or id of what it was done to
     * @param detail in words, null if the action says it all; cut at 4,000 characters
     */
    public void record(String action, String subject, String detail) {
        var actor = actors.current();
        var now = clock.instant();
        database.sql("""
                        INSERT INTO audit_entry (at, actor, on_behalf_of, action, subject, detail)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        actor.name(),
                        actor.onBehalfOf(),
                        action,
                        subject,
                        detail == null || detail.length() <= 4000 ? detail : detail.substring(0, 4000))
                .update();
        events.publishEvent(new Recorded(now, action, subject));
    }

    /**
     * The same for many subjects in few statements.
     *
     * @param details in words, by subject
     */
    public void recordAll(String action, Map<String, String> details) {
        var actor = actors.current();
        var now = clock.instant();
        var rows = details.entrySet().stream()
                .map(one -> Map.of("subject", one.getKey(), "detail", one.getValue()))
                .toList();
        RowSet.inChunks(
                rows,
                chunk -> database.sql("""
                        INSERT INTO audit_entry (at, actor, on_behalf_of, action, subject, detail)
                        SELECT :at, :actor, :behalf, :action, r.subject, left(r.detail, 4000)
                        FROM json_to_recordset(:rows::json) AS r (subject text, detail text)""")
                        .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("actor", actor.name())
                        .param("behalf", actor.onBehalfOf(), Types.VARCHAR)
                        .param("action", action)
                        .param("rows", RowSet.of(chunk))
                        .update());
        details.keySet().forEach(subject -> events.publishEvent(new Recorded(now, action, subject)));
    }

    /** Who acts now, as the trail names it: for the modules whose tables keep their own history. */
    public String actor() {
        return actors.current().name();
    }

    /** Everything that was done to the subject, oldest first. */
    public List<Entry> of(String subject) {
        return database.sql("""
                        SELECT at, actor, on_behalf_of, action, subject, detail FROM audit_entry
                        WHERE subject = ? ORDER BY id""").param(subject).query(AuditTrail::read).list();
    }

    /** The latest things done to any of the subjects, latest first. */
    public List<Entry> latest(Collection<String> subjects, int most) {
        return subjects.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT at, actor, on_behalf_of, action, subject, detail FROM audit_entry
                        WHERE subject IN (:subjects) ORDER BY id DESC LIMIT :most""")
                        .param("subjects", subjects)
                        .param("most", most)
                        .query(AuditTrail::read)
                        .list();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** One line of the trail. {@code onBehalfOf} and {@code detail} may be null. */
    public record Entry(Instant at, String actor, String onBehalfOf, String action, String subject, String detail) {}
}
