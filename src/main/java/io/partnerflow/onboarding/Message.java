package io.partnerflow.onboarding;

import java.time.Instant;

/**
 * A question to the applicant or its answer.
 *
 * @param author who wrote it; for a question the vendor's desk, for an answer the contact person
 */
public record Message(Kind kind, Instant at, String author, String text) {

    /** Who speaks. */
    public enum Kind {
        QUESTION,
        ANSWER
    }
}
