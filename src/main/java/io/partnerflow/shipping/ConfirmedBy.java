package io.partnerflow.shipping;

/** Whose word a receipt is. */
public enum ConfirmedBy {
    RESELLER,
    CUSTOMER,
    CARRIER,
    /** A paper that the logistics desk has seen. */
    PROOF
}
