package io.partnerflow.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Calendar days where the vendor is: a notice received at 23:59 there is in time, whatever the clock says elsewhere.
 *
 * <p><b>Source:</b> C-10, AA-3.
 */
public final class VendorCalendar {

    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the vendor's; the clock's own zone is not asked */
    public VendorCalendar(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dateOf(clock.instant());
    }

    public LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first moment of the day; where a day begins at 01:00 because of summer time, that. */
    public Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public ZoneId zone() {
        return zone;
    }
}
