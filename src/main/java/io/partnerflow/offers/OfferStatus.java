package io.partnerflow.offers;

/** Where an offer is. */
public enum OfferStatus {
    /** Being put together; the customer knows nothing of it. */
    DRAFT,
    /** The customer can answer. */
    SENT,
    /** The customer has accepted it: there is an order. */
    ACCEPTED,
    /** The customer has said no. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The reseller has taken it back. */
    WITHDRAWN;

    /** Whether something can still come of it. */
    public boolean isOpen() {
        return this == DRAFT || this == SENT;
    }
}
