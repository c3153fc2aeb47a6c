package io.partnerflow.events;

import io.partnerflow.audit.Recorded;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the journal: notes what happened with what happened, and then gives it a place in the journal of whose it is. */
@Component
public class EventJournal {

    private static final int AT_ONCE = 1000;
    private static final long LOCK = 0x65766e74;

    private final JdbcClient database;
    private final Events events;
    private final ApplicationEventPublisher publisher;

    EventJournal(JdbcClient database, Events events, ApplicationEventPublisher publisher) {
        this.database = database;
        this.events = events;
        this.publisher = publisher;
    }

    /** In the transaction of what happened. */
    @EventListener
    @Transactional
    public void note(Recorded recorded) {
        EventTypes.of(recorded.action()).ifPresent(type -> {
            database.sql("""
                            WITH noted AS (INSERT INTO event (at, type, area, number) VALUES (?, ?, ?, ?) RETURNING id)
                            INSERT INTO event_unread (event_id) SELECT id FROM noted""")
                    .params(
                            OffsetDateTime.ofInstant(recorded.at(), ZoneOffset.UTC),
                            type,
                            EventTypes.area(type),
                            recorded.subject())
                    .update();
            publisher.publishEvent(new EventNoted());
        });
    }

    /**
     * Gives what has been noted a place in each journal it belongs to, and tells who passes it on, in one transaction.
     * One node at a time; another one that comes meanwhile has nothing to do.
     *
     * @return how many were given a place
     */
    @Transactional
    public int write() {
        if (!database.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        var unread = database.sql("""
                        DELETE FROM event_unread WHERE event_id IN (
                            SELECT event_id FROM event_unread ORDER BY event_id LIMIT ?)
                        RETURNING event_id""").param(AT_ONCE).query(Long.class).list();
        if (!unread.isEmpty()) {
            var written = events.at(place(unread));
            if (!written.isEmpty()) {
                publisher.publishEvent(new EventsWritten(written));
            }
        }
        return unread.size();
    }

    private List<Long> place(List<Long> unread) {
        return database.sql("""
                        INSERT INTO event_journal (event_id, organisation_id)
                        SELECT e.id, a.organisation_id FROM event e
                        CROSS JOIN LATERAL (SELECT DISTINCT organisation_id FROM event_audience
                            WHERE number = e.number) a
                        WHERE e.id IN (:unread) ORDER BY e.id, a.organisation_id
                        RETURNING position""").param("unread", unread).query(Long.class).list();
    }
}
