package io.partnerflow.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of one request.
 *
 * @param action what was asked for, in kebab-case
 * @param succeeded null while there is no answer
 * @param answer the other side's, or what went wrong; null while there is none
 */
public record Attempt(
        String action,
        Instant at,
        @Nullable Boolean succeeded,
        @Nullable String answer) {}
