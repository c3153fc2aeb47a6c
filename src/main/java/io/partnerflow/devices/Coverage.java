package io.partnerflow.devices;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer's seats cover its devices, and what comes of it.
 *
 * @param types with seats or devices, by type
 * @param shortage null as long as nothing is missing, or it has not been noticed yet
 * @param excusedUntil last day on which the vendor accepts fewer seats; null if it does not
 */
public record Coverage(
        List<TypeCoverage> types,
        @Nullable Shortage shortage,
        @Nullable LocalDate excusedUntil) {

    /**
     * What is being done about missing seats.
     *
     * @param number CV-…
     * @param since the day it was noticed
     * @param limitedFrom the day the account is limited unless seats are added before
     * @param limited whether it is limited already
     */
    public record Shortage(String number, LocalDate since, LocalDate limitedFrom, boolean limited) {}

    /** Whether every type has enough seats (C-21). */
    public boolean covered() {
        return types.stream().allMatch(type -> type.missing() == 0);
    }

    /** Types that have fewer seats than devices. */
    public List<TypeCoverage> lacking() {
        return types.stream().filter(type -> type.missing() > 0).toList();
    }

    /** Seats that lack, over all types. */
    public int missing() {
        return types.stream().mapToInt(TypeCoverage::missing).sum();
    }

    /** Devices of all types. */
    public int devices() {
        return types.stream().mapToInt(TypeCoverage::devices).sum();
    }

    /** Seats of all types. */
    public int seats() {
        return types.stream().mapToInt(TypeCoverage::seats).sum();
    }

    /** Whether the account can be used only in part. */
    public boolean limited() {
        return shortage != null && shortage.limited();
    }
}
