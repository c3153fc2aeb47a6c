package io.partnerflow.returns;

import java.io.Serializable;
import java.time.Instant;

/**
 * A device in a parcel that nobody had announced.
 *
 * @param serial in normal form
 */
public record UnexpectedArrival(String serial, Why why, Instant at, String by) implements Serializable {

    /** Why it is unexpected. */
    public enum Why {
        /** None of our devices has this serial number. */
        UNKNOWN,
        /** It belongs to another contract. */
        FOREIGN,
        /** It belongs to the contract and was not announced in this return. */
        NOT_ANNOUNCED,
        /** It has come back before. */
        ENDED
    }
}
