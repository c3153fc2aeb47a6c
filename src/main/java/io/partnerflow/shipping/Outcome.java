package io.partnerflow.shipping;

/** What became of a piece in a shipment. */
public enum Outcome {
    OPEN,
    RECEIVED,
    /** Somebody says that it was not there. */
    MISSING,
    LOST,
    RECALLED;

    boolean isOpen() {
        return this == OPEN || this == MISSING;
    }
}
