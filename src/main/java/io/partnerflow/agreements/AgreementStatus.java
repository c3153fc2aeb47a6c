package io.partnerflow.agreements;

/** Where an agreement is. */
public enum AgreementStatus {
    /** A new round is being drawn up; the one before does not count any more. */
    PREPARING,
    /** Out for signature. */
    SENT,
    /** A signed file has come back and is being checked. */
    UPLOADED,
    /** Signed, checked and binding. */
    CONCLUDED,
    /** No signed file came in time. */
    LAPSED,
    /** Given up together with its order. */
    VOID
}
