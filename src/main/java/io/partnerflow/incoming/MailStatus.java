package io.partnerflow.incoming;

/** How far a mail has come. */
public enum MailStatus {
    /** It lies here, and nobody has looked at it. */
    RECEIVED,
    /** A person has to say where it belongs. */
    TO_PLACE,
    /** It stands at its case, and a desk sees to it. */
    AT_DESK,
    /** What it brought has been taken over; it needs nothing more. */
    FILED,
    /** A desk has seen to it. */
    DONE,
    /** It has been answered, or needed no answer. */
    ANSWERED,
    /** Nobody wanted it. */
    SPAM,
    /** A machine has sent it. */
    SET_ASIDE;

    /** Whether somebody has to do something. */
    public boolean isOpen() {
        return this == RECEIVED || this == TO_PLACE || this == AT_DESK;
    }
}
