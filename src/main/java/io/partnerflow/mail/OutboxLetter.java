package io.partnerflow.mail;

import io.partnerflow.documents.Document;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the outbox with everything there is to know about it.
 *
 * @param key           unique per letter and occasion
 * @param messageId     the same on every try, with angle brackets
 * @param attempts      tries so far
 * @param nextAttemptAt null unless it waits
 * @param problem       why the last try failed, in the mail server's words; null if it did not
 * @param sentAt        null unless it was sent
 * @param senderName    whom it comes from, by name; null for the vendor alone
 * @param picture       at its top; null for none
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
        List<Document> attachments,
        @Nullable String senderName,
        @Nullable LetterPicture picture) {

    /** Its page as a browser can show it, where nothing travels with it. */
    public String page() {
        return picture == null ? html : html.replace(LetterPicture.ADDRESS, picture.inline());
    }
}
