package io.partnerflow.steering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a manager has asked about a failed step.
 *
 * @param step the engine's id of the step
 * @param businessKey number of what the process is about; null for the house's own runs
 * @param failure what had happened when it was asked
 * @param desk group that is asked; null where a person is
 * @param person who is asked; null where a desk is
 * @param answer null as long as there is none
 * @param answeredBy known a moment before the answer is
 * @param withdrawnBy who has taken the question back; null unless somebody has
 */
record FailureQuestion(
        String number,
        String step,
        String processName,
        String stepName,
        @Nullable String businessKey,
        String failure,
        Instant failedSince,
        @Nullable String desk,
        @Nullable String person,
        String question,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** Whether somebody still has to answer. */
    public boolean isOpen() {
        return answeredBy == null && answer == null && withdrawnAt == null;
    }
}
