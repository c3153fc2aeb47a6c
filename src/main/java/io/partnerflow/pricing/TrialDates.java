package io.partnerflow.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a trial ends and when its data goes.
 *
 * <p><b>Source:</b> C-19, P-39 to P-41, PA-1.
 *
 * @param created          first active day
 * @param days             active days, 1 or more, extensions included
 * @param purgeAfterMonths how long the inactive account is kept, 0 or more
 */
public record TrialDates(LocalDate created, int days, int purgeAfterMonths) {

    /** What becomes of a trial. */
    public enum Outcome {
        CONVERTED,
        PURGED
    }

    /** @throws IllegalArgumentException if a bound is broken */
    public TrialDates {
        if (days < 1 || purgeAfterMonths < 0) {
            throw new IllegalArgumentException("no trial: %d days, %d months".formatted(days, purgeAfterMonths));
        }
    }

    public LocalDate lastActiveDay() {
        return created.plusDays(days - 1L);
    }

    /** The day the trial expires: first day without a login. */
    public LocalDate inactiveFrom() {
        return created.plusDays(days);
    }

    public LocalDate purgeOn() {
        return inactiveFrom().plusMonths(purgeAfterMonths);
    }

    /** @param daysBefore the expiry, such as 7 */
    public LocalDate reminderOn(int daysBefore) {
        return inactiveFrom().minusDays(daysBefore);
    }

    /** @param daysBefore the purge, such as 30 */
    public LocalDate purgeWarningOn(int daysBefore) {
        return purgeOn().minusDays(daysBefore);
    }

    /** @param moreDays 1 or more */
    public TrialDates extendedBy(int moreDays) {
        return new TrialDates(created, days + moreDays, purgeAfterMonths);
    }

    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(created) && day.isBefore(inactiveFrom());
    }

    /**
     * An order converts the trial as long as its data is there, expired or not.
     *
     * @param ordered null if nothing was ordered
     */
    public Outcome outcome(@Nullable LocalDate ordered) {
        return ordered != null && ordered.isBefore(purgeOn()) ? Outcome.CONVERTED : Outcome.PURGED;
    }
}
