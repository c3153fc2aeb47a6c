package io.partnerflow.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Why something happens to a device.
 *
 * @param about number of the shipment, return or case; null if it has none
 * @param words of whoever did it; null if there are none
 */
public record Reason(@Nullable String about, @Nullable String words) {

    public static Reason of(String about) {
        return new Reason(about, null);
    }

    public static Reason of(String about, @Nullable String words) {
        return new Reason(about, words);
    }
}
