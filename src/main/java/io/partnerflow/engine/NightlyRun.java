package io.partnerflow.engine;

/**
 * A run that a timer starts every night. Where years are played in a minute, nights without work are left out: the run
 * would begin, find nothing and end.
 */
public interface NightlyRun {

    /** The id of its process. */
    String process();

    /** Whether a run begun now would do anything. */
    boolean hasWork();

    /**
     * Whether it begins every hour and only tells people how things stand at that moment. Where time is moved, it is left
     * out until the hour in which the clock stops: nobody was there to read the rest. While a story is played it is left
     * out altogether.
     */
    default boolean tellsOfNow() {
        return false;
    }
}
