package io.partnerflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnerflow.pricing.Start.Backdated;
import io.partnerflow.pricing.TrialDates.Outcome;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    static Start start(LocalDate from, int months, Backdated backdated) {
        var term = Term.first(from, months);
        var instalments = Instalment.of(term, 3, List.of(Money.of("1000.00", "SEK")), TODAY);
        return Start.of(term, instalments, TODAY, new Start.Limits(12, 90, backdated));
    }

    @Test
    void whatWasPaidElsewhereIsNotInvoicedAgain() {
        var start = start(LocalDate.of(2026, 1, 15), 12, Backdated.ASSUME_PAID);
        assertThat(start.firstInvoice())
                .singleElement()
                .satisfies(instalment -> assertThat(instalment.issueDate()).isEqualTo(LocalDate.of(2026, 7, 15)));
        assertThat(start.nextInvoiceDate()).isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @Test
    void anImportInItsLastPeriodHasNothingToInvoice() {
        var start = start(LocalDate.of(2025, 7, 1), 12, Backdated.ASSUME_PAID);
        assertThat(start.accepted()).isTrue();
        assertThat(start.firstInvoice()).isEmpty();
        assertThat(start.nextInvoiceDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-10,36,ACTIVE",
        "2025-06-09,36,TOO_FAR_BACK",
        "2025-06-10,12,TERM_ALREADY_OVER",
        "2026-06-10,12,ACTIVE",
        "2026-06-11,12,SCHEDULED",
    })
    void aStartIsAcceptedWithinTheLimits(LocalDate from, int months, Start.Outcome outcome) {
        var start = start(from, months, Backdated.CATCH_UP);
        assertThat(start.outcome()).isEqualTo(outcome);
        assertThat(start.firstInvoice().isEmpty()).isEqualTo(!start.accepted());
    }

    @Test
    void moreSeatsThanThereAreCannotGo() {
        var deadlines = Deadlines.of(LocalDate.of(2027, 1, 15), 90, 3);
        assertThat(SeatReduction.of(deadlines, TODAY, 5, 6).outcome())
                .isEqualTo(SeatReduction.Outcome.MORE_THAN_THERE_ARE);
        assertThatIllegalArgumentException().isThrownBy(() -> SeatReduction.of(deadlines, TODAY, 5, 0));
    }

    @ParameterizedTest
    @CsvSource({
        ",PURGED",
        "2026-03-15,CONVERTED",
        "2026-09-29,CONVERTED", // expired, but the data is still there
        "2026-09-30,PURGED",
    })
    void anOrderConvertsATrialAsLongAsItsDataIsThere(LocalDate ordered, Outcome outcome) {
        assertThat(new TrialDates(LocalDate.of(2026, 3, 1), 30, 6).outcome(ordered))
                .isEqualTo(outcome);
    }

    @Test
    void anExtensionMovesEverythingThatFollows() {
        var trial = new TrialDates(LocalDate.of(2026, 3, 1), 30, 6).extendedBy(14);
        assertThat(trial.inactiveFrom()).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(trial.reminderOn(7)).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(trial.purgeWarningOn(30)).isEqualTo(LocalDate.of(2026, 9, 14));
        assertThat(trial.isActiveOn(trial.lastActiveDay())).isTrue();
        assertThat(trial.isActiveOn(trial.inactiveFrom())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03,2026-04-07", // Good Friday, weekend, Easter Monday
        "2027-03-26,2027-03-30",
        "2028-04-14,2028-04-18",
        "2030-04-22,2030-04-23",
        "2038-04-23,2038-04-27", // Easter as late as it can be
        "2026-01-01,2026-01-02",
        "2026-05-01,2026-05-04",
        "2026-06-06,2026-06-08",
        "2026-12-24,2026-12-24",
    })
    void debitsWaitUntilBanksSettle(LocalDate due, LocalDate collected) {
        assertThat(DebitDates.of(due, 14).collectionDate()).isEqualTo(collected);
    }

    @Test
    void aShortFirstTermIsNoLongerThanAFullOne() {
        var amount = Money.of("1.00", "SEK");
        var tooLate = TODAY.plusYears(1).plusDays(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Proration.ofShortFirstTerm(amount, TODAY, tooLate, 12));
    }
}
