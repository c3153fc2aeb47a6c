package io.partnerflow.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key by which programs call the API for an organisation, as its administrators see it: without its secret.
 *
 * @param prefix       its first characters, to recognise it by
 * @param scopes       what it may at most, such as {@code orders:write}
 * @param madeBy       name of the administrator whose rights it has
 * @param expiresAt    from when it does not work any more; null for never
 * @param lastUsedFrom address of the internet
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<String> scopes,
        String madeBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        State state) {

    /** What has become of it. */
    public enum State {
        /** It works. */
        ACTIVE,
        /** Who made it has left the organisation, or cannot log in any more. */
        ORPHANED,
        EXPIRED,
        REVOKED
    }
}
