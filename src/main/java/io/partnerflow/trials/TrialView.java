package io.partnerflow.trials;

import io.partnerflow.pricing.TrialDates;
import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial as others see it.
 *
 * @param number        TR-…
 * @param policyVersion version of the programme's policy it was started under
 * @param people        who can log in, by address
 * @param startedBy     user of the reseller, who gets the letters about it
 * @param dates         when it ends and when its data go (C-19)
 * @param extensions    how many times it was extended
 * @param orderNumber   the order that is under way or has converted it; null if there is none
 * @param endedAt       when it was converted or purged; null while it is open
 */
public record TrialView(
        String number,
        TrialStatus status,
        String programme,
        int policyVersion,
        UUID reseller,
        UUID customer,
        String customerType,
        List<TrialPerson> people,
        NamedEmail startedBy,
        Instant startedAt,
        TrialDates dates,
        int extensions,
        @Nullable String orderNumber,
        @Nullable Instant endedAt) {

    /** Days on which it can still be used, today included; 0 if it cannot be used any more. */
    public long daysLeft(LocalDate today) {
        return status == TrialStatus.IN_USE ? Math.max(0, ChronoUnit.DAYS.between(today, dates.inactiveFrom())) : 0;
    }
}
