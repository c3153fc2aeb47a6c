package io.partnerflow.mail;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What comes back about letters that have left: which letter it is, and that it did not arrive. */
@Service
public class Bounces {

    private static final int LONGEST = 1000;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Bounces(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /**
     * A letter of the house, as far as somebody who answers it has to know.
     *
     * @param to          whom it was sent to
     * @param businessKey of the case it is about
     */
    public record SentLetter(long id, String to, String businessKey, String subject) {}

    /** The first of these Message-IDs that is of a letter of ours. */
    @Transactional(readOnly = true)
    public Optional<SentLetter> letter(Collection<String> messageIds) {
        return messageIds.stream().flatMap(id -> find(id).stream()).findFirst();
    }

    private Optional<SentLetter> find(String messageId) {
        return database.sql("SELECT id, recipient, business_key, subject FROM letter WHERE message_id = ?")
                .param(messageId)
                .query((row, at) -> new SentLetter(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("business_key"),
                        row.getString("subject")))
                .optional();
    }

    /**
     * Another mail server says that it has given a letter up. Only of a letter that has left, and only about whom it went to:
     * anybody can write such a report.
     *
     * @param recipient who did not get it, as the report says; null if it does not
     * @param reason in that server's words
     * @return whether the letter now counts as refused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cameBack(SentLetter letter, @Nullable String recipient, String reason) {
        if (recipient != null && !recipient.equalsIgnoreCase(letter.to())) {
            return false;
        }
        var problem = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
        var noted = database.sql("""
                        UPDATE letter SET status = 'REFUSED', sent_at = NULL, problem = ?, version = version + 1
                        WHERE id = ? AND status = 'SENT'""").params(problem, letter.id()).update();
        if (noted == 1) {
            find(letter.id())
                    .ifPresent(key -> events.publishEvent(
                            new LetterRefused(letter.id(), key, letter.to(), letter.businessKey(), problem)));
        }
        return noted == 1;
    }

    private Optional<String> find(long id) {
        return database.sql("SELECT letter_key FROM letter WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }
}
