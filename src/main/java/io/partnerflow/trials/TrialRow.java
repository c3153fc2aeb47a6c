package io.partnerflow.trials;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial in a list.
 *
 * @param people how many can log in
 * @param days active days, extensions included
 * @param inactiveFrom first day it cannot be used any more
 * @param purgeOn when its data go
 * @param orderNumber the order that is under way or has converted it; null if there is none
 */
public record TrialRow(
        String number,
        TrialStatus status,
        String programme,
        UUID customer,
        String customerName,
        int people,
        Instant startedAt,
        int days,
        int extensions,
        LocalDate inactiveFrom,
        LocalDate purgeOn,
        @Nullable String orderNumber) {

    /** Days on which it can still be used, today included; 0 if it cannot be used any more. */
    public long daysLeft(LocalDate today) {
        return status == TrialStatus.IN_USE ? Math.max(0, ChronoUnit.DAYS.between(today, inactiveFrom)) : 0;
    }

    /** How much of it is over, in percent; 100 once it cannot be used any more. */
    public long used(LocalDate today) {
        return status == TrialStatus.STARTING ? 0 : 100 - 100 * Math.min(daysLeft(today), days) / days;
    }

    /** The last day on which it can be used. */
    public LocalDate lastDay() {
        return inactiveFrom.minusDays(1);
    }

    /** Whether an order could be started from it now. */
    public boolean orderable() {
        return orderNumber == null && status != TrialStatus.STARTING && status != TrialStatus.PURGED;
    }
}
