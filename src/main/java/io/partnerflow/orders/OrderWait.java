package io.partnerflow.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for.
 *
 * @param party who has to do something
 * @param what  kebab-case; the sentence is {@code order-wait.<what>} in the message bundles
 * @param due   until when; null if nothing is set
 */
public record OrderWait(
        Party party, String what, Instant since, @Nullable Instant due) {

    /** In the order in which a reader wants to hear of them. */
    public enum Party {
        /** Whoever placed the order. */
        RESELLER,
        /** A person of the vendor. */
        VENDOR,
        /** The machine, a moment later. */
        HOUSE
    }
}
