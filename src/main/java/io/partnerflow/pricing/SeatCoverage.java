package io.partnerflow.pricing;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether seats cover devices, type by type.
 *
 * @param missing seats that lack, by type; without the types that have enough
 */
public record SeatCoverage(SortedMap<String, Integer> missing) {

    /**
     * <b>Source:</b> C-21, A-06: a seat of one type does not cover a device of another.
     *
     * @param seats   by type, 0 or more each
     * @param devices by type, 0 or more each
     */
    public static SeatCoverage of(Map<String, Integer> seats, Map<String, Integer> devices) {
        var missing = new TreeMap<String, Integer>();
        devices.forEach((type, count) -> {
            var lacking = count - seats.getOrDefault(type, 0);
            if (lacking > 0) {
                missing.put(type, lacking);
            }
        });
        return new SeatCoverage(missing);
    }

    public boolean covered() {
        return missing.isEmpty();
    }
}
