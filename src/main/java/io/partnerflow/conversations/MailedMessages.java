package io.partnerflow.conversations;

import io.partnerflow.conversations.Entry.Kind;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Puts what came by mail into the thread it belongs to. Whoever sees to the mail has a task: no desk is told here. */
@ModuleService
public class MailedMessages {

    private final Threads threads;
    private final Writing writing;
    private final VendorCalendar calendar;
    private final JdbcClient database;

    MailedMessages(Threads threads, Writing writing, VendorCalendar calendar, JdbcClient database) {
        this.threads = threads;
        this.writing = writing;
        this.calendar = calendar;
        this.database = database;
    }

    /** What the number is of, and whose; empty if it has no thread. */
    @Transactional(readOnly = true)
    public Optional<Subject> subject(String number) {
        return threads.subject(number);
    }

    /**
     * One of the reseller's people has written: it stands in the thread as if it had been written on the page, and waits for an
     * answer.
     *
     * @return id of the message; empty if it has been written before
     * @throws NotFound if there is no such number
     */
    public OptionalLong said(Author author, String number, NewMessage message) {
        var subject = threads.subject(number).orElseThrow(() -> new NotFound("conversation", number));
        var now = calendar.now();
        threads.open(subject, now);
        var id = writing.write(subject, Kind.RESELLER, author, message);
        id.ifPresent(written -> threads.waits(number, now));
        return id;
    }

    /**
     * Somebody else has written: the vendor's own people read it, and nobody outside.
     *
     * @return id of the note; empty if it has been written before
     * @throws NotFound if there is no such number
     */
    public OptionalLong noted(Author author, String number, NewMessage message) {
        var subject = threads.subject(number).orElseThrow(() -> new NotFound("conversation", number));
        var now = calendar.now();
        threads.open(subject, now);
        var id = writing.write(subject, Kind.NOTE, author, message);
        id.ifPresent(written -> threads.noted(number, now));
        return id;
    }

    /** Whether a message of the reseller waits for an answer of the vendor. */
    @Transactional(readOnly = true)
    public boolean waits(String number) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM conversation WHERE number = ? AND waiting_since IS NOT NULL)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** These messages need no answer any more; if others of the reseller do, the conversation goes on waiting. */
    public void seenTo(String number, Collection<UUID> submissions) {
        database.sql("""
                        UPDATE conversation c SET waiting_since = NULL
                        WHERE number = :number AND waiting_since IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM conversation_message m WHERE m.number = c.number AND m.side = 'RESELLER'
                                AND m.written_at >= c.waiting_since AND m.submission NOT IN (:submissions))""")
                .param("number", number)
                .param("submissions", submissions)
                .update();
    }
}
