package io.partnerflow.accounts;

/** What an account can be used for. */
public enum Plan {
    /** Everything that was bought. */
    FULL,
    /** Seats are missing: the product decides what is left. */
    LIMITED
}
