package io.partnerflow.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one process has come.
 *
 * @param process  id of the model, such as {@code order}
 * @param model    the model's XML in the version this process runs
 * @param elements everything it has come to, in the order it first came there
 */
public record Progress(String process, String model, List<Element> elements) {

    /** Where an element of a running process stands. */
    public enum State {
        /** Left behind. */
        DONE,
        /** The machine is at it, or a called process is. */
        RUNNING,
        /** Somebody has to do something: a task is open or a message is awaited. */
        WAITING,
        /** Every try failed; somebody has to look. */
        FAILED
    }

    /**
     * @param count how often the process came there
     * @param since when it came there last
     * @param problem for a failed element what is wrong, in the words of whoever failed; null otherwise
     */
    public record Element(
            String id,
            State state,
            int count,
            Instant since,
            @Nullable String problem) {}
}
