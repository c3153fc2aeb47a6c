package io.partnerflow.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a thread: a message, a note or the envelope of a letter.
 *
 * @param author          id of who wrote it; null for a letter
 * @param name            of who wrote it; of whom a letter went to
 * @param text            of a message; the subject of a letter
 * @param customerMayRead whether the customer's people see it too
 * @param file            what came with it; null for nothing
 * @param editedAt        null if it stands as it was written
 * @param recipient       address a letter went to; null for a message
 */
public record Entry(
        Kind kind,
        long id,
        Instant at,
        @Nullable String author,
        String name,
        String text,
        boolean customerMayRead,
        @Nullable File file,
        @Nullable Instant editedAt,
        @Nullable String recipient) {

    static final Duration EDITABLE = Duration.ofMinutes(10);

    /** Who speaks. Notes are the vendor's own. */
    public enum Kind {
        RESELLER,
        VENDOR,
        NOTE,
        LETTER
    }

    /** A file that came with a message. */
    public record File(UUID id, String name) {}

    /** The text with its addresses found, see {@link MessageText}. */
    public List<MessageText.Part> parts() {
        return MessageText.parts(text);
    }

    /** @param reader id of who would edit it */
    public boolean isEditableBy(String reader, Instant now) {
        return reader.equals(author) && now.isBefore(at.plus(EDITABLE));
    }
}
