package io.partnerflow.mail;

import io.partnerflow.documents.DocumentId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters. They leave once the caller's transaction is committed, and not at all if it is not. */
@Service
@Transactional
public class Postman {

    private final JdbcClient database;
    private final LetterWriter writer;
    private final MailServer server;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Postman(
            JdbcClient database,
            LetterWriter writer,
            MailServer server,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.writer = writer;
        this.server = server;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes a letter and puts it into the outbox, in the caller's transaction. Does nothing if a letter with this key
     * has been written before.
     */
    public void send(Letter letter) {
        if (!isWritten(letter.key())) {
            insert(letter, writer.write(letter)).ifPresent(id -> {
                attach(id, letter.attachments());
                events.publishEvent(new LetterWritten(id));
            });
        }
    }

    private boolean isWritten(String key) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM letter WHERE letter_key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> insert(Letter letter, WrittenLetter written) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var leaves = server.isThere();
        return database.sql("""
                INSERT INTO letter (letter_key, message_id, business_key, template, language, recipient, recipient_name,
                    subject, html, plain_text, status, next_attempt_at, created_at, sender_name, picture)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (letter_key) DO NOTHING
                RETURNING id""")
                .params(
                        letter.key(),
                        server.newMessageId(),
                        letter.businessKey(),
                        letter.template(),
                        letter.language().toLanguageTag(),
                        letter.to(),
                        letter.toName(),
                        written.subject(),
                        written.html(),
                        written.plainText(),
                        (leaves ? LetterStatus.WAITING : LetterStatus.KEPT).name(),
                        leaves ? now : null,
                        now,
                        written.senderName(),
                        kept(written.picture()))
                .query(Long.class)
                .optional();
    }

    /** @return its key; null for none */
    private @Nullable String kept(@Nullable LetterPicture picture) {
        if (picture == null) {
            return null;
        }
        database.sql("""
                INSERT INTO letter_picture (sha256, content_type, content) VALUES (?, ?, ?)
                ON CONFLICT (sha256) DO NOTHING""")
                .params(picture.sha256(), picture.contentType(), picture.content())
                .update();
        return picture.sha256();
    }

    private void attach(long letter, List<DocumentId> documents) {
        for (var place = 0; place < documents.size(); place++) {
            database.sql("INSERT INTO letter_attachment (letter_id, place, document_id) VALUES (?, ?, ?)")
                    .params(letter, place, documents.get(place).value())
                    .update();
        }
    }
}
