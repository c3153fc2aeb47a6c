package io.partnerflow.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens, without its secret.
 *
 * @param types        names of event types; {@code *} alone for every one
 * @param maker        the administrator
 * @param madeBy       its name
 * @param oldUntil     how long the secret before this one signs as well; null if none does
 * @param failures     attempts that have failed since the last one that did not
 * @param failingSince null while it answers
 */
public record WebhookEndpoint(
        UUID id,
        UUID organisation,
        String url,
        Set<String> types,
        boolean active,
        UUID maker,
        String madeBy,
        Instant madeAt,
        @Nullable Instant oldUntil,
        int failures,
        @Nullable Instant failingSince) {

    /** Whether it hears of everything. */
    public boolean all() {
        return types.contains("*");
    }
}
