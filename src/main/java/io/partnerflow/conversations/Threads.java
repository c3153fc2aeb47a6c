package io.partnerflow.conversations;

import io.partnerflow.conversations.Entry.File;
import io.partnerflow.conversations.Entry.Kind;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Threads in the database. */
@Component
class Threads {

    /** From when on a number's reseller may read what is about it. Takes the number. */
    static final String SINCE = "(SELECT s.since FROM conversation_subject s WHERE s.number = %s)";

    /** Who reads, and what. The vendor's own notes are nobody else's. */
    enum Audience {
        VENDOR(""),
        RESELLER(" AND e.kind <> 'NOTE' AND e.at >= " + SINCE.formatted(":number")),
        PEOPLE(" AND e.kind <> 'LETTER'"),
        CUSTOMER(" AND e.kind = 'RESELLER' AND e.customer_may_read");

        private final String condition;

        Audience(String condition) {
            this.condition = condition;
        }
    }

    private final JdbcClient database;

    Threads(JdbcClient database) {
        this.database = database;
    }

    Optional<Subject> subject(String number) {
        return database.sql(
                        "SELECT number, kind, reseller_id, customer_id, gone FROM conversation_subject WHERE number = ?")
                .param(number)
                .query((row, at) -> new Subject(
                        row.getString("number"),
                        ConversationKind.valueOf(row.getString("kind")),
                        row.getObject("reseller_id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getBoolean("gone")))
                .optional();
    }

    /** Latest first. */
    Page<Entry> entries(String number, Audience audience, Paging paging) {
        var from = "FROM conversation_entry e WHERE e.number = :number" + audience.condition;
        var total = database.sql(Paging.counted(from))
                .param("number", number)
                .query(Long.class)
                .single();
        var entries = database.sql(
                        "SELECT e.*, (SELECT d.file_name FROM document d WHERE d.id = e.document_id) AS file_name "
                                + from + " ORDER BY e.at DESC, e.id DESC LIMIT :most OFFSET :offset")
                .param("number", number)
                .param("most", paging.size())
                .param("offset", paging.offset())
                .query(Threads::entry)
                .list();
        return Page.of(entries, paging, total);
    }

    Optional<Entry> message(String number, long id) {
        return database.sql("""
                        SELECT e.*, NULL AS file_name FROM conversation_entry e
                        WHERE e.number = ? AND e.id = ? AND e.kind <> 'LETTER'""").params(number, id).query(Threads::entry).optional();
    }

    /**
     * Opens the conversation if there is none, and locks it.
     *
     * @return whether a message of the reseller already waits for an answer
     */
    boolean open(Subject subject, Instant now) {
        database.sql("""
                        INSERT INTO conversation (number, kind, reseller_id, customer_id, desk, touched_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO NOTHING""")
                .params(
                        subject.number(),
                        subject.kind().name(),
                        subject.reseller(),
                        subject.customer(),
                        subject.kind().desk(),
                        at(now))
                .update();
        return database.sql("SELECT waiting_since IS NOT NULL FROM conversation WHERE number = ? FOR UPDATE")
                .param(subject.number())
                .query(Boolean.class)
                .single();
    }

    boolean isWritten(UUID submission) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM conversation_message WHERE submission = ?)")
                .param(submission)
                .query(Boolean.class)
                .single();
    }

    long write(
            String number,
            Kind side,
            Author author,
            String text,
            NewMessage message,
            @Nullable UUID file,
            Instant now) {
        return database.sql("""
                        INSERT INTO conversation_message (number, submission, side, author, author_name, text,
                            customer_may_read, document_id, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        number,
                        message.submission(),
                        side.name(),
                        author.id(),
                        author.name(),
                        text,
                        side == Kind.RESELLER && message.customerMayRead(),
                        file,
                        at(now))
                .query(Long.class)
                .single();
    }

    /** @throws Conflict {@code message-not-editable} if the ten minutes are over meanwhile */
    void edit(Entry message, String text, Instant now) {
        if (!now.isBefore(message.at().plus(Entry.EDITABLE))) {
            throw new Conflict("message-not-editable");
        }
        database.sql("UPDATE conversation_message SET text = ?, edited_at = ? WHERE id = ?")
                .params(text, at(now), message.id())
                .update();
    }

    /** After the reseller has written. */
    void waits(String number, Instant now) {
        database.sql("""
                        UPDATE conversation SET waiting_since = coalesce(waiting_since, :now), said_at = :now, touched_at = :now
                        WHERE number = :number""").param("now", at(now)).param("number", number).update();
    }

    /** After the vendor has written. */
    void answered(String number, Instant now) {
        database.sql("""
                        UPDATE conversation SET waiting_since = NULL, said_at = :now, answered_at = :now, touched_at = :now
                        WHERE number = :number""").param("now", at(now)).param("number", number).update();
    }

    void noted(String number, Instant now) {
        database.sql("UPDATE conversation SET touched_at = ? WHERE number = ?")
                .params(at(now), number)
                .update();
    }

    /** @return whether it had waited */
    boolean settle(String number) {
        return database.sql(
                                "UPDATE conversation SET waiting_since = NULL WHERE number = ? AND waiting_since IS NOT NULL")
                        .param(number)
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row, int at) throws SQLException {
        var document = row.getObject("document_id", UUID.class);
        var edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Entry(
                Kind.valueOf(row.getString("kind")),
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("author_name"),
                row.getString("text"),
                row.getBoolean("customer_may_read"),
                document == null ? null : new File(document, String.valueOf(row.getString("file_name"))),
                edited == null ? null : edited.toInstant(),
                row.getString("recipient"));
    }

    static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
