package io.partnerflow.mail;

import io.partnerflow.documents.Document;
import java.time.Instant;
import java.util.List;

/**
 * A letter in the outbox with everything there is to know about it.
 *
 * @param key           unique per letter and occasion
 * @param messageId     the same on every try, with angle brackets
 * @param attempts      tries so far
 * @param nextAttemptAt null unless it waits
 * @param problem       why the last try failed, in the mail server's words; null if it did not
 * @param sentAt        null unless it was sent
 */
public record OutboxLetter(
        long id,
        String key,
        String messageId,
        String businessKey,
        String template,
        String language,
        String to,
        String toName,
        String subject,
        String html,
        String plainText,
        LetterStatus status,
        int attempts,
        Instant nextAttemptAt,
        String problem,
        Instant createdAt,
        Instant sentAt,
        List<Document> attachments) {}
