package io.partnerflow.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in a list.
 *
 * @param waitingSince of the first message nobody has answered; null if all are
 * @param latest       of the latest message, or note where the reader is the vendor
 * @param says         how it begins, at most 200 characters
 * @param unread       how many messages the reader has not seen, 100 for more; 0 where the reader is the vendor
 */
public record Line(
        String number,
        ConversationKind kind,
        String desk,
        UUID customer,
        String customerName,
        String resellerName,
        @Nullable Instant waitingSince,
        Instant latest,
        String says,
        int unread) {}
