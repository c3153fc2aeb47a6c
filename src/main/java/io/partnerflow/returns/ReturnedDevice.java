package io.partnerflow.returns;

import io.partnerflow.documents.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One device of a return.
 *
 * @param position in the return, from 1
 * @param serial in normal form
 * @param productName what people read
 * @param media storage media in it: as in the catalogue until somebody has looked
 * @param inspection null until somebody has looked
 * @param unlockUntil the last day to unlock it; null if it need not be unlocked
 * @param givenUp not unlocked in time: charged and destroyed
 * @param endedAs null while it has no end
 */
public record ReturnedDevice(
        String number,
        int position,
        String serial,
        String product,
        String productName,
        State state,
        @Nullable Instant receivedAt,
        int media,
        @Nullable Inspection inspection,
        @Nullable LocalDate unlockUntil,
        boolean givenUp,
        @Nullable End endedAs) {

    /** How far it is. */
    public enum State {
        ANNOUNCED,
        RECEIVED,
        LOCKED,
        INSPECTED,
        WIPED,
        ENDED
    }

    /** What becomes of it (W-38). */
    public enum End {
        REFURBISHED,
        RECYCLED,
        LOST
    }

    /** In what state it came back. */
    public enum Condition {
        GOOD,
        DAMAGED_MINOR,
        DAMAGED_MAJOR
    }

    /**
     * What somebody saw.
     *
     * @param locked by an activation lock or a password
     * @param words null if there are none
     * @param photo null if there is none
     */
    public record Inspection(
            Condition condition,
            boolean locked,
            boolean partsMissing,
            @Nullable String words,
            @Nullable DocumentId photo,
            Instant at,
            String by) {}

    /** Whether it has not arrived and is still waited for. */
    public boolean missing() {
        return state == State.ANNOUNCED;
    }

    /** Whether it can still be looked at again: nothing of it has been wiped, and it has no end. */
    public boolean canBeInspected() {
        return state == State.RECEIVED || state == State.LOCKED || state == State.INSPECTED && !givenUp;
    }

    /** Whether only media to wipe or the decision about its end are left. */
    public boolean canBeWiped() {
        return state == State.INSPECTED;
    }

    /** Whether nothing but the decision about its end is left. */
    public boolean canEnd() {
        return state == State.WIPED || state == State.INSPECTED && media == 0;
    }
}
