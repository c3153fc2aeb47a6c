package io.partnerflow.engine;

import java.util.Map;

/**
 * Starts processes and wakes waiting ones. Joins the caller's transaction: an aggregate and the process about it are
 * stored together or not at all.
 */
public interface Workflow {

    /**
     * Starts the one process that begins with this message.
     *
     * @param message name of a message start event, such as {@code order.started}
     * @param businessKey human number of the aggregate the process is about
     * @param answers what the first gateways and timers ask; see {@link Answers}
     * @throws IllegalStateException if no deployed process begins with the message
     */
    void start(String message, String businessKey, Answers answers);

    default void start(String message, String businessKey) {
        start(message, businessKey, Answers.none());
    }

    /**
     * Wakes the process about this aggregate that waits for the message.
     *
     * @throws NobodyWaits if none waits for it, or more than one does
     * @throws org.springframework.dao.OptimisticLockingFailureException if the process moved on at this very moment
     */
    void correlate(String message, String businessKey);

    /** Whether a process about this aggregate waits for the message now. */
    boolean waitsFor(String message, String businessKey);

    /** Nothing about the aggregate waits for the message: it came too late, too early or twice. */
    class NobodyWaits extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        public NobodyWaits(String message, String businessKey, Throwable cause) {
            super("nothing about %s waits for message %s".formatted(businessKey, message), cause);
        }
    }

    /** The small facts a process starts with. */
    final class Answers {

        private final Map<String, Object> values = new java.util.LinkedHashMap<>();

        public static Answers none() {
            return new Answers();
        }

        public <T> Answers with(Variable<T> variable, T value) {
            values.put(variable.name(), variable.toEngine(value));
            return this;
        }

        Map<String, Object> values() {
            return values;
        }
    }
}
