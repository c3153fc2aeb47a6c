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
}
