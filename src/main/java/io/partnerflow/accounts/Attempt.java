package io.partnerflow.accounts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of one request.
 *
 * @param id later tries have a greater one
 * @param action what was asked for, in kebab-case
 * @param succeeded null while there is no answer
 * @param answer the other side's, or what went wrong, for staff; null while there is none
 * @param outcome the same as a kebab-case fact: {@code done}, {@code accepted} (the other side is still at it),
 *     {@code by-hand}, or the kind of {@link ProvisioningFailed}; null while there is no answer
 * @param status of HTTP; null where no such answer came
 * @param took until the answer came; null where it was not waited for
 * @param permanent whether asking again would change nothing
 */
public record Attempt(
        long id,
        String action,
        Instant at,
        @Nullable Boolean succeeded,
        @Nullable String answer,
        @Nullable String outcome,
        @Nullable Integer status,
        @Nullable Duration took,
        boolean permanent) {

    /** Whether an answer came, and was no. */
    public boolean failed() {
        return Boolean.FALSE.equals(succeeded);
    }

    /** Whether the other side has taken the request on and not said yet what came of it. */
    public boolean outstanding() {
        return succeeded == null && "accepted".equals(outcome);
    }
}
