package io.partnerflow.trials;

/** Where a trial is. */
public enum TrialStatus {
    /** Its account is being made. */
    STARTING,
    /** People log in and try. */
    IN_USE,
    /** Its days are over: nobody can log in, nothing is lost yet (P-40). */
    INACTIVE,
    /** An order has taken the account over. */
    CONVERTED,
    /** Deleted with everything in it (P-41). */
    PURGED;

    /** Whether the customer still has it, so that it cannot get another one. */
    public boolean isOpen() {
        return this == STARTING || this == IN_USE || this == INACTIVE;
    }
}
