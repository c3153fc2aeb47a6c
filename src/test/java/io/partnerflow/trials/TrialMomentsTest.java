package io.partnerflow.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.pricing.TrialDates;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialMomentsTest {

    private static final ProgrammePolicy.Trial POLICY = new ProgrammePolicy.Trial(
            30, List.of(7, 1), 30, 2, 6, List.of(30, 7), List.of("other"), 20, "property-move");

    /** Days are Stockholm's: an hour ahead of UTC in winter, two in summer. */
    private static final VendorCalendar CALENDAR = new VendorCalendar(
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Stockholm"));

    @ParameterizedTest(name = "{0}, {1} days: ends {4}")
    @CsvSource({
        // an ordinary month
        "2026-11-22, 30, 2026-12-15T07:00:00Z, 2026-12-21T07:00:00Z, 2026-12-21T23:00:00Z",
        // expires on 29 February
        "2028-01-30, 30, 2028-02-22T07:00:00Z, 2028-02-28T07:00:00Z, 2028-02-28T23:00:00Z",
        // a common year has none
        "2027-01-30, 30, 2027-02-22T07:00:00Z, 2027-02-28T07:00:00Z, 2027-02-28T23:00:00Z",
        // summer time begins on 29 March 2026: one letter before, one after
        "2026-03-01, 30, 2026-03-24T07:00:00Z, 2026-03-30T06:00:00Z, 2026-03-30T22:00:00Z",
        // extended by 14 days
        "2026-03-01, 44, 2026-04-07T06:00:00Z, 2026-04-13T06:00:00Z, 2026-04-13T22:00:00Z",
        // shorter than its own reminders: the moment is past, the letter goes out at once
        "2026-11-22, 5, 2026-11-20T07:00:00Z, 2026-11-26T07:00:00Z, 2026-11-26T23:00:00Z",
    })
    void aTrialEndsAtTheStartOfTheVendorsDay(LocalDate created, int days, Instant first, Instant last, Instant end) {
        var moments = TrialMoments.ofEnd(new TrialDates(created, days, 6), POLICY, CALENDAR);

        assertThat(moments).isEqualTo(new TrialMoments(first, last, end));
    }

    @ParameterizedTest(name = "{0}: purged {3}")
    @CsvSource({
        "2026-11-22, 2027-05-23T06:00:00Z, 2027-06-15T06:00:00Z, 2027-06-21T22:00:00Z",
        // inactive from 29 February, purged on 29 August
        "2028-01-30, 2028-07-30T06:00:00Z, 2028-08-22T06:00:00Z, 2028-08-28T22:00:00Z",
        // inactive from 31 August: February has no 31st
        "2026-08-01, 2027-01-29T07:00:00Z, 2027-02-21T07:00:00Z, 2027-02-27T23:00:00Z",
    })
    void itsDataGoSixMonthsLater(LocalDate created, Instant first, Instant last, Instant purge) {
        var moments = TrialMoments.ofPurge(new TrialDates(created, 30, 6), POLICY, CALENDAR);

        assertThat(moments).isEqualTo(new TrialMoments(first, last, purge));
    }
}
