package io.partnerflow.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Seats and devices of one type at one customer.
 *
 * @param type code, such as {@code air-monitor}
 * @param seats of running contracts
 * @param devices as counted last
 * @param missing seats that lack, 0 or more
 * @param countedAt null if nothing was ever counted
 */
public record TypeCoverage(
        String type,
        int seats,
        int devices,
        int missing,
        @Nullable Instant countedAt) {

    /** The type as people read it. */
    public String name() {
        return TypeName.of(type);
    }

    /** The longer of the two bars that show seats and devices; 1 or more, so that it can be divided by. */
    public int longest() {
        return Math.max(1, Math.max(seats, devices));
    }
}
