package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodTest {

    static final LocalDate FIRST = LocalDate.of(2028, 2, 28);
    static final Period LEAP_DAYS = new Period(FIRST, LocalDate.of(2028, 3, 1));

    @Test
    void theFirstDayBelongsToItAndTheEndDoesNot() {
        assertThat(LEAP_DAYS.days()).isEqualTo(2);
        assertThat(LEAP_DAYS.contains(FIRST)).isTrue();
        assertThat(LEAP_DAYS.contains(LEAP_DAYS.to())).isFalse();
        assertThat(LEAP_DAYS.lastDay()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void anEmptyPeriodIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(FIRST, FIRST));
    }

    @Test
    void daysAreTheVendorsNotTheClocks() {
        var lateInLondon = Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneOffset.UTC);
        var vendor = new VendorCalendar(lateInLondon, ZoneId.of("Europe/Stockholm"));
        assertThat(vendor.today()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(vendor.startOfDay(vendor.today())).isEqualTo(Instant.parse("2026-11-21T23:00:00Z"));
    }
}
