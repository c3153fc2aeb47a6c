package io.partnerflow.incoming;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in.
 *
 * @param sender     address as the mail claims; empty if it names none
 * @param senderName as the mail claims; may be empty
 * @param text       plain text, whatever it was
 * @param words      what the sender wrote, without what was quoted, in small letters
 * @param answers    Message-IDs it refers to, the nearest first
 * @param named      numbers it names, the likeliest first
 * @param sentAt     as the mail claims; null if it does not
 * @param proven     our mail server says that the sender is who it claims to be, or is not asked
 * @param letter     id of the letter of ours it answers or that did not arrive; null for none
 * @param caseNumber what it was placed at; null while it is nowhere
 * @param trusted    the sender is known for that case
 * @param placedBy   null if the house has placed it itself
 * @param request    what it seems to be; null while nobody has asked
 * @param desk       group that sees to it; null for none
 * @param submission of the message in the thread of the case; null for none
 * @param note       what a person noted; null for nothing
 * @param problem    what came of the last answer; null if it did
 */
public record IncomingMail(
        String number,
        MailKind kind,
        MailStatus status,
        String sender,
        String senderName,
        String recipients,
        String subject,
        String text,
        String words,
        List<String> answers,
        List<String> named,
        List<Finding> findings,
        @Nullable Instant sentAt,
        Instant receivedAt,
        long size,
        boolean proven,
        @Nullable Long letter,
        @Nullable String caseNumber,
        boolean trusted,
        @Nullable String placedBy,
        @Nullable String request,
        @Nullable String desk,
        @Nullable UUID submission,
        @Nullable String note,
        @Nullable String problem,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    /** Who writes, as people read it. */
    public String from() {
        return senderName.isBlank() || senderName.equals(sender) ? sender : "%s <%s>".formatted(senderName, sender);
    }
}
