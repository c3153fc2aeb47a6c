package io.partnerflow.subscriptions;

/** How it stands with a contract. */
public enum SubscriptionState {
    /** It begins in the future. */
    SCHEDULED,
    ACTIVE,
    /** It ends on a day that is fixed. */
    NOTICE_GIVEN,
    /** Seats leave at a coming renewal. */
    REDUCTION_SCHEDULED,
    ENDED,
    /** It has ended, and everything it was for has come back. */
    CLOSED
}
