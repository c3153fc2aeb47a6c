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
     * Whether the run only tells people how things stand on its day. Where time is moved past several days, it is left out
     * on all but the last: nobody was there to read the rest.
     */
    default boolean tellsOfToday() {
        return false;
    }
}
