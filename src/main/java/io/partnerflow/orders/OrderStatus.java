package io.partnerflow.orders;

/** How far an order has come. */
public enum OrderStatus {
    /** Begun; its order form has not come in. */
    STARTED,
    /** The form is in and its price frozen; agreement, check and account may still be under way. */
    REGISTERED,
    /** The account is there and the subscription runs; the first invoice is being issued. */
    ACTIVE,
    /** Everything is done and everybody has been told. */
    COMPLETED,
    /** The vendor said no. */
    REJECTED,
    /** The vendor does not bear the risk: the credit check of the customer said no. */
    DECLINED,
    /** The reseller has cancelled; what was done is being undone. */
    CANCELLING,
    /** Cancelled, and everything undone. */
    CANCELLED,
    /** Form or agreement did not come in time. */
    LAPSED;

    /** Whether anything can still happen to the order. */
    public boolean isOpen() {
        return this == STARTED || this == REGISTERED || this == ACTIVE || this == CANCELLING;
    }

    /** Whether the reseller may still give it up; an invoice issued forbids it whatever this says. */
    boolean mayBeCancelled() {
        return this == STARTED || this == REGISTERED || this == ACTIVE;
    }
}
