package io.partnerflow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One element a process has come by.
 *
 * @param process key of the process
 * @param element id of the model element
 * @param name what it is called in the model; the id where it has no name
 * @param type the engine's word for its kind, such as {@code userTask} or {@code noneEndEvent}
 * @param ended null while it is still there
 * @param cancelled whether something else has ended it: a deadline, a withdrawal
 */
public record Passed(
        String process,
        String element,
        String name,
        String type,
        Instant started,
        @Nullable Instant ended,
        boolean cancelled) {}
