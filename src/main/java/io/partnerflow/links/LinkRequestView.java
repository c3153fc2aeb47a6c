package io.partnerflow.links;

import io.partnerflow.parties.LinkRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as both sides see it.
 *
 * @param number LK-…
 * @param role what the reseller wants to do for the organisation
 * @param message in the reseller's words; null without any
 * @param deadline until when it can be answered
 * @param endedAt null while it is open
 */
public record LinkRequestView(
        String number,
        UUID reseller,
        String resellerName,
        UUID customer,
        String customerName,
        LinkRole role,
        @Nullable String message,
        Instant askedAt,
        Instant deadline,
        LinkRequestStatus status,
        @Nullable Instant endedAt) {

    public boolean open() {
        return status == LinkRequestStatus.OPEN;
    }
}
