package io.partnerflow.devices;

import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * When the reseller is reminded and when the account is limited: letters in the morning, changes at the start of the
 * vendor's day.
 *
 * <p><b>Source:</b> AA-12.
 *
 * @param reminderAt a week before the end, where the time is shorter than two weeks half way; after the end where there
 *     is no time at all
 */
record GraceMoments(Instant reminderAt, Instant endsAt) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final long USUAL_DAYS_BEFORE = 7;

    /** @param endsOn first day the account may be limited */
    static GraceMoments of(LocalDate opened, LocalDate endsOn, VendorCalendar calendar) {
        var days = ChronoUnit.DAYS.between(opened, endsOn);
        var reminderOn = endsOn.minusDays(Math.min(USUAL_DAYS_BEFORE, days / 2));
        return new GraceMoments(
                reminderOn.atTime(MORNING).atZone(calendar.zone()).toInstant(), calendar.startOfDay(endsOn));
    }
}
