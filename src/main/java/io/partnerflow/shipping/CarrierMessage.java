package io.partnerflow.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier tells about a parcel.
 *
 * @param id             the carrier's own: the same one again is the same message
 * @param trackingNumber as the carrier writes it
 * @param kind           in capitals, such as {@code IN_TRANSIT}; only {@code DELIVERED} has an effect
 * @param at             when it happened
 * @param words          null if there are none
 */
public record CarrierMessage(
        String id,
        String trackingNumber,
        String kind,
        Instant at,
        @Nullable String words) {

    static final String DELIVERED = "DELIVERED";
}
