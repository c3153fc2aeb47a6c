package io.partnerflow.originals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The original of an agreement as others see it.
 *
 * @param round      how often it has been asked for
 * @param reminders  in this round
 * @param askedAt    the last time
 * @param dueAt      when a person sees to it
 * @param receivedOn null unless it has arrived
 * @param reason     why it is not needed; null unless it was waived
 * @param seenToBy   who received or waived it; null if nobody did
 */
public record OriginalView(
        String orderNumber,
        OriginalStatus status,
        int round,
        int reminders,
        Instant askedAt,
        Instant dueAt,
        @Nullable LocalDate receivedOn,
        @Nullable String reason,
        @Nullable String seenToBy) {

    public boolean isMissing() {
        return status == OriginalStatus.MISSING;
    }
}
