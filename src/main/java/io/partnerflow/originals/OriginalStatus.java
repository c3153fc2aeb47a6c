package io.partnerflow.originals;

/** Where the original of an agreement is. */
public enum OriginalStatus {
    /** It has been asked for. */
    MISSING,
    RECEIVED,
    /** The contracts desk does without it, for a reason. */
    WAIVED,
    /** The agreement counts no more. */
    NOT_NEEDED
}
