package io.partnerflow.provisioning;

import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of provisioning that a person had to look at.
 *
 * @param step what was asked of the system, in kebab-case
 * @param outcome what kind of failure it was, in kebab-case
 * @param explanation for staff
 * @param lastAttempt tries up to this one have been judged
 * @param question what the desk has asked the reseller; null if nothing
 * @param askedAt when; null if nothing is asked
 * @param answer what the reseller has said; null if nothing
 * @param firstUser who logs in first instead of whom the order names; null if the reseller has named nobody
 */
record Clarification(
        long id,
        String order,
        String step,
        String outcome,
        String explanation,
        long lastAttempt,
        Instant openedAt,
        @Nullable String question,
        @Nullable Instant askedAt,
        @Nullable String answer,
        @Nullable NamedEmail firstUser,
        @Nullable String answeredBy) {

    boolean waitsForAnswer() {
        return question != null && answeredBy == null;
    }
}
