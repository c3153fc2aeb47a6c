package io.partnerflow.overview;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened.
 *
 * @param kind {@code ORDER.<milestone>}, or what happened to something else, such as {@code OFFER_ACCEPTED}
 * @param subject human number of what it happened to
 * @param customer whom it is about; null for none
 * @param name of that organisation; null for none
 */
public record RecentChange(
        String kind,
        String subject,
        @Nullable UUID customer,
        @Nullable String name,
        Instant at) {

    private static final String ORDER = "ORDER.";

    /** Code of the milestone an order has reached, such as {@code agreement-sent}; null if it happened to something else. */
    public @Nullable String milestone() {
        return kind.startsWith(ORDER)
                ? kind.substring(ORDER.length()).toLowerCase(Locale.ROOT).replace('_', '-')
                : null;
    }
}
