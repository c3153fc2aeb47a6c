package io.partnerflow.mail;

import io.partnerflow.shared.Conflict;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts letters back on their way. */
@Component
class Resending {

    private final JdbcClient database;
    private final MailServer server;
    private final Clock clock;

    Resending(JdbcClient database, MailServer server, Clock clock) {
        this.database = database;
        this.server = server;
        this.clock = clock;
    }

    /** The letter itself, tried again now. */
    long again(long id) {
        requireServer();
        database.sql("UPDATE letter SET status = 'WAITING', next_attempt_at = ?, version = version + 1 WHERE id = ?")
                .params(now(), id)
                .update();
        return id;
    }

    /** A copy with a key and a Message-ID of its own, so that no mail program drops it as a double. */
    long copy(long id, String to) {
        requireServer();
        var copy = database.sql("""
                INSERT INTO letter (letter_key, message_id, business_key, template, language, recipient, recipient_name,
                    subject, html, plain_text, status, next_attempt_at, created_at, sender_name, picture)
                SELECT letter_key || '/again-' || (SELECT count(*) FROM letter c
                        WHERE starts_with(c.letter_key, l.letter_key || '/again-')) + 1,
                    ?, business_key, template, language, ?, recipient_name,
                    subject, html, plain_text, 'WAITING', ?, ?, sender_name, picture
                FROM letter l WHERE id = ?
                RETURNING id""")
                .params(server.newMessageId(), to, now(), now(), id)
                .query(Long.class)
                .single();
        database.sql("""
                INSERT INTO letter_attachment (letter_id, place, document_id)
                SELECT ?, place, document_id FROM letter_attachment WHERE letter_id = ?""").params(copy, id).update();
        return copy;
    }

    private void requireServer() {
        if (!server.isThere()) {
            throw new Conflict("no-mail-server");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
