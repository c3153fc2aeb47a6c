package io.partnerflow.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a device is in its life with us. <b>Source:</b> rules.md 1.4. */
public enum DeviceStatus {
    /** Still with the vendor, without a serial number. */
    ORDERED,
    /** On its way to the customer. */
    SHIPPED,
    /** Arrived; the others of its order may be missing yet. */
    DELIVERED,
    /** The term runs. */
    IN_USE,
    /** It shall come back. */
    RETURN_ANNOUNCED,
    /** On its way back. */
    IN_TRANSIT,
    /** Back with the vendor. */
    RECEIVED,
    /** Looked at and found sound or damaged. */
    INSPECTED,
    /** Its data carriers are clean, or destroyed. */
    WIPED,
    /** End: goes out again. */
    REFURBISHED,
    /** End: taken apart. */
    RECYCLED,
    /** Arrived damaged or broken in use; it shall come back. */
    DAMAGED,
    /** End, unless it turns up. */
    LOST,
    /** Back, but nobody can get into it. */
    LOCKED,
    /** End: never left the vendor. */
    CANCELLED;

    private static final Map<DeviceStatus, Set<DeviceStatus>> NEXT = Map.ofEntries(
            Map.entry(ORDERED, Set.of(SHIPPED, CANCELLED)),
            Map.entry(SHIPPED, Set.of(DELIVERED, RETURN_ANNOUNCED, LOST)),
            Map.entry(DELIVERED, Set.of(IN_USE, DAMAGED, RETURN_ANNOUNCED, LOST)),
            Map.entry(IN_USE, Set.of(DAMAGED, RETURN_ANNOUNCED, LOST)),
            Map.entry(DAMAGED, Set.of(RETURN_ANNOUNCED, IN_TRANSIT, RECEIVED, LOST)),
            Map.entry(RETURN_ANNOUNCED, Set.of(IN_TRANSIT, RECEIVED, LOST)),
            Map.entry(IN_TRANSIT, Set.of(RECEIVED, LOST)),
            Map.entry(LOST, Set.of(RECEIVED)),
            Map.entry(RECEIVED, Set.of(INSPECTED, LOCKED)),
            Map.entry(LOCKED, Set.of(LOCKED, INSPECTED, WIPED)),
            Map.entry(INSPECTED, Set.of(INSPECTED, LOCKED, WIPED, REFURBISHED, RECYCLED)),
            Map.entry(WIPED, Set.of(REFURBISHED, RECYCLED)));

    /** Whether a device may go from here to there, as far as the states alone can say. */
    boolean leadsTo(DeviceStatus other) {
        return NEXT.getOrDefault(this, Set.of()).contains(other);
    }

    /** Whether nothing more is expected of the device: a contract is closed when each of its devices is there. */
    public boolean isEnd() {
        return this == REFURBISHED || this == RECYCLED || this == LOST || this == CANCELLED;
    }

    /** Whether it has to come back: it is with the customer, or on one of the two ways. */
    public boolean isOutstanding() {
        return Set.of(SHIPPED, DELIVERED, IN_USE, DAMAGED, RETURN_ANNOUNCED, IN_TRANSIT)
                .contains(this);
    }

    /** As the API and the message bundles name it: {@code return-announced}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
