package io.partnerflow.parties;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a reseller may act for a customer.
 *
 * @param request LK-… of the request the customer accepted; null if the reseller prepared the customer itself
 * @param until null while it holds
 * @param primary whether the reseller is the customer's primary one now
 */
public record ResellerLink(
        UUID id,
        UUID reseller,
        String resellerName,
        UUID customer,
        String customerName,
        LinkRole role,
        @Nullable String request,
        Instant since,
        @Nullable Instant until,
        boolean primary) {

    public boolean active() {
        return until == null;
    }
}
