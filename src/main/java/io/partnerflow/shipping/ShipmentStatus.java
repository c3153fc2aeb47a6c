package io.partnerflow.shipping;

import java.util.Locale;

/** How far a shipment has come. */
public enum ShipmentStatus {
    UNDER_WAY,
    /** Somebody says that not everything was in it. */
    INCOMPLETE,
    /** Everything in it has arrived. */
    RECEIVED,
    /** What had not arrived by then is lost, and is sent again. */
    LOST,
    /** The order was given up meanwhile. */
    RECALLED;

    /** Whether a receipt is waited for. */
    public boolean isOpen() {
        return this == UNDER_WAY || this == INCOMPLETE;
    }

    /** As the API and the message bundles name it: {@code under-way}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
