package io.partnerflow.trials;

import io.partnerflow.pricing.TrialDates;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When something happens to a trial: letters in the morning, changes at the start of the vendor's day.
 *
 * <p><b>Source:</b> C-19, PA-1.
 *
 * @param firstLetterAt before the change
 * @param lastLetterAt before the change
 * @param changeAt the end, or the purge
 */
record TrialMoments(Instant firstLetterAt, Instant lastLetterAt, Instant changeAt) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** The end of an active trial. */
    static TrialMoments ofEnd(TrialDates dates, ProgrammePolicy.Trial policy, VendorCalendar calendar) {
        return before(dates.inactiveFrom(), policy.reminderDays(), calendar);
    }

    /** The purge of an inactive trial. */
    static TrialMoments ofPurge(TrialDates dates, ProgrammePolicy.Trial policy, VendorCalendar calendar) {
        return before(dates.purgeOn(), policy.purgeWarningDays(), calendar);
    }

    private static TrialMoments before(LocalDate day, List<Integer> daysBefore, VendorCalendar calendar) {
        return new TrialMoments(
                morning(day.minusDays(daysBefore.get(0)), calendar),
                morning(day.minusDays(daysBefore.get(daysBefore.size() - 1)), calendar),
                calendar.startOfDay(day));
    }

    private static Instant morning(LocalDate day, VendorCalendar calendar) {
        return day.atTime(MORNING).atZone(calendar.zone()).toInstant();
    }
}
