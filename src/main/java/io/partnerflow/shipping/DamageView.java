package io.partnerflow.shipping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Damage on arrival as it was reported.
 *
 * @param number      DA-…
 * @param words       of whoever reported it
 * @param reportedBy  e-mail address of the reseller's user; {@code customer} for the link in the customer's letter
 * @param reason      why it was refused; null otherwise
 * @param replacement the piece that is sent instead; null unless it is replaced
 */
public record DamageView(
        String number,
        String shipment,
        String order,
        UUID device,
        String serial,
        String product,
        String productName,
        String words,
        Status status,
        Instant reportedAt,
        String reportedBy,
        @Nullable String reason,
        @Nullable UUID replacement) {

    public enum Status {
        /** Somebody at the vendor decides. */
        OPEN,
        REPLACED,
        REFUSED
    }
}
