package io.partnerflow.onboarding;

import java.time.Instant;

/**
 * A question to the applicant or its answer.
 *
 * @param author who wrote it; for an answer the contact person
 */
public record Message(Kind kind, Instant at, String author, String text) {

    /** As the applicant may see it: a question is the house's, whoever there wrote it. */
    Message writtenBy(String house) {
        return kind == Kind.QUESTION ? new Message(kind, at, house, text) : this;
    }

    /** Who speaks. */
    public enum Kind {
        QUESTION,
        ANSWER
    }
}
