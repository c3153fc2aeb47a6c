package io.partnerflow.offers;

import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When something happens to an offer that was sent: letters in the morning, its end at the start of the vendor's day.
 *
 * @param validUntil      last day on which it can be accepted
 * @param firstReminderAt the end where there is no reminder, as is {@code lastReminderAt}
 */
record OfferMoments(LocalDate validUntil, Instant firstReminderAt, Instant lastReminderAt, Instant deadline) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static OfferMoments of(ProgrammePolicy.Offer policy, VendorCalendar calendar) {
        var validUntil = calendar.today().plusDays(policy.validDays());
        var deadline = calendar.startOfDay(validUntil.plusDays(1));
        var days = policy.reminderDays();
        return days.isEmpty()
                ? new OfferMoments(validUntil, deadline, deadline, deadline)
                : new OfferMoments(
                        validUntil,
                        morning(validUntil.minusDays(days.get(0)), calendar),
                        morning(validUntil.minusDays(days.get(days.size() - 1)), calendar),
                        deadline);
    }

    private static Instant morning(LocalDate day, VendorCalendar calendar) {
        return day.atTime(MORNING).atZone(calendar.zone()).toInstant();
    }
}
