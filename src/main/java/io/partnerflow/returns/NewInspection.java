package io.partnerflow.returns;

import io.partnerflow.returns.ReturnedDevice.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw at a device.
 *
 * @param media how many storage media are in it; null for as many as there should be
 * @param words needed where something is wrong; at most 1,000 characters
 * @param photo null if there is none
 */
public record NewInspection(
        Condition condition,
        boolean locked,
        boolean partsMissing,
        @Nullable Integer media,
        @Nullable String words,
        @Nullable Photo photo) {

    /** A picture as it was sent. @param fileName as its sender calls it */
    public record Photo(byte[] content, String fileName) {}

    /** Nothing is wrong with it. */
    public static NewInspection good() {
        return new NewInspection(Condition.GOOD, false, false, null, null, null);
    }
}
