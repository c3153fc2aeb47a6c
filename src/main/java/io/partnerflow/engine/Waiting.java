package io.partnerflow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What something in the house waits for at one point of its process.
 *
 * @param process key of the process, such as {@code signed-agreement}
 * @param element id of the model element
 * @param name what the element is called in the model
 * @param since when it began to wait
 * @param due until when a task should be done, when a timer fires or when a step is tried again; null if nothing is set
 * @param desk group that may do the task; null unless {@code kind} is TASK
 * @param message for MESSAGE the name of the message, for RETRY and INCIDENT what went wrong, otherwise null
 */
public record Waiting(
        String process,
        String element,
        String name,
        Kind kind,
        Instant since,
        @Nullable Instant due,
        @Nullable String desk,
        @Nullable String message) {

    /** What ends the waiting. */
    public enum Kind {
        /** A person of the vendor does a task. */
        TASK,
        /** Somebody outside answers: the reseller, the customer. */
        MESSAGE,
        /** A moment comes. Also the reminders and deadlines beside another wait. */
        TIMER,
        /** The house is about to do the step. */
        STEP,
        /** The step has failed and is tried again by itself. */
        RETRY,
        /** The step has failed and is not tried again until a manager says so. */
        INCIDENT
    }
}
