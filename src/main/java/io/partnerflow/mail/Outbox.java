package io.partnerflow.mail;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every letter this house has written, to read, to search and to send once more. */
@Service
@Transactional
public class Outbox {

    private static final String MATCHES = """
            FROM letter l
            WHERE (:status = '' OR status = :status)
              AND (:search = '' OR recipient ILIKE :pattern OR recipient_name ILIKE :pattern OR subject ILIKE :pattern
                   OR business_key ILIKE :pattern)
            """;

    private final JdbcClient database;
    private final Letters letters;
    private final Delivery delivery;
    private final MailServer server;
    private final Clock clock;

    Outbox(JdbcClient database, Letters letters, Delivery delivery, MailServer server, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.delivery = delivery;
        this.server = server;
        this.clock = clock;
    }

    /**
     * One page of the outbox, latest letter first.
     *
     * @param search part of an address, a name, a subject or a business key; empty for all
     * @param status empty for all
     * @param page   0 is the first
     * @param size   1 to 200
     */
    @Transactional(readOnly = true)
    public OutboxPage page(String search, String status, int page, int size) {
        var rows = Math.max(1, Math.min(size, 200));
        var items = matching("""
                SELECT l.*, (SELECT count(*) FROM letter_attachment a WHERE a.letter_id = l.id) AS attachments
                """ + MATCHES + "ORDER BY id DESC LIMIT :rows OFFSET :skipped", search, status)
                .param("rows", rows)
                .param("skipped", (long) rows * Math.max(0, page))
                .query(OutboxLine::of)
                .list();
        var total = matching("SELECT count(*) " + MATCHES, search, status)
                .query(Long.class)
                .single();
        return new OutboxPage(items, Math.max(0, page), rows, total);
    }

    /** Every letter about a case, oldest first, without bytes of attachments. */
    @Transactional(readOnly = true)
    public List<OutboxLetter> about(String businessKey) {
        return database
                .sql("SELECT id FROM letter WHERE business_key = ? ORDER BY id")
                .param(businessKey)
                .query(Long.class)
                .list()
                .stream()
                .map(this::letter)
                .toList();
    }

    /** @throws NotFound if there is none with this id */
    @Transactional(readOnly = true)
    public OutboxLetter letter(long id) {
        return letters.find(id).orElseThrow(() -> new NotFound("letter", id));
    }

    /**
     * Sends a letter once more: one that has not arrived is tried again now; of one that was sent, a copy with a
     * Message-ID of its own goes out, so that no mail program drops it as a double.
     *
     * @return the letter that goes out now: the same, or its copy
     * @throws Conflict if there is no mail server
     */
    public long resend(long id) {
        if (!server.isThere()) {
            throw new Conflict("no-mail-server");
        }
        return letter(id).status() == LetterStatus.SENT ? copy(id) : again(id);
    }

    /**
     * Delivers everything that is due now, one transaction per letter; ends early when the mail server is away.
     *
     * @return how many were sent
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int flush() {
        var sent = 0;
        for (var result = delivery.next(); result.goesOn(); result = delivery.next()) {
            sent += result == Delivery.Result.SENT ? 1 : 0;
        }
        return sent;
    }

    private long again(long id) {
        database.sql("UPDATE letter SET status = 'WAITING', next_attempt_at = ?, version = version + 1 WHERE id = ?")
                .params(now(), id)
                .update();
        return id;
    }

    private long copy(long id) {
        var copy = database.sql("""
                INSERT INTO letter (letter_key, message_id, business_key, template, language, recipient, recipient_name,
                    subject, html, plain_text, status, next_attempt_at, created_at)
                SELECT letter_key || '/again-' || (SELECT count(*) FROM letter c
                        WHERE c.letter_key LIKE l.letter_key || '/again-%') + 1,
                    ?, business_key, template, language, recipient, recipient_name,
                    subject, html, plain_text, 'WAITING', ?, ?
                FROM letter l WHERE id = ?
                RETURNING id""")
                .params(server.newMessageId(), now(), now(), id)
                .query(Long.class)
                .single();
        database.sql("""
                INSERT INTO letter_attachment (letter_id, place, document_id)
                SELECT ?, place, document_id FROM letter_attachment WHERE letter_id = ?""").params(copy, id).update();
        return copy;
    }

    private JdbcClient.StatementSpec matching(String sql, String search, String status) {
        return database.sql(sql)
                .param("status", status)
                .param("search", search)
                .param("pattern", "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
