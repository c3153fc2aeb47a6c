package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "en, '1,234.50_SEK', '12.5_%', '21 November 2026'",
        "sv, '1_234,50_SEK', '12,5_%', '21 november 2026'",
        "de, '1.234,50_SEK', '12,5_%', '21. November 2026'",
        "fr, '1_234,50_SEK', '12,5_%', '21 novembre 2026'"
    })
    void writesAsTheReaderDoes(String language, String money, String percent, String day) {
        var formats = new Formats(Locale.forLanguageTag(language), STOCKHOLM);
        assertThat(formats.money(Money.of("1234.50", "SEK")).replace('\u00a0', '_'))
                .isEqualTo(money);
        assertThat(formats.percent(Percentage.of("12.5")).replace('\u00a0', '_'))
                .isEqualTo(percent);
        assertThat(formats.date(LocalDate.of(2026, 11, 21))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-07-01 00:30, July 2026",
        "sv, 2026-07-01 00:30, juli 2026",
        "de, 01.07.2026 00:30, Juli 2026",
        "fr, 01/07/2026 00:30, juillet 2026"
    })
    void writesShortDaysWithTheWholeYear(String language, String moment, String month) {
        var formats = new Formats(Locale.forLanguageTag(language), STOCKHOLM);
        assertThat(formats.time(Instant.parse("2026-06-30T22:30:00Z"))).isEqualTo(moment);
        assertThat(formats.month(YearMonth.of(2026, 7))).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({"1200, JPY, '1,200 JPY'", "0.00, EUR, '0.00 EUR'", "-12.50, EUR, '-12.50 EUR'"})
    void showsEveryDecimalOfTheCurrency(String amount, String currency, String written) {
        var formats = new Formats(Locale.ENGLISH, STOCKHOLM);
        assertThat(formats.money(Money.of(amount, currency)).replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"fr, 1er juillet 2026", "sv, 1 juli 2026", "de, 1. Juli 2026", "en, 1 July 2026"})
    void writesTheFirstOfAMonthAsTheLanguageDoes(String language, String day) {
        var formats = new Formats(Locale.forLanguageTag(language), STOCKHOLM);
        assertThat(formats.date(LocalDate.of(2026, 7, 1))).isEqualTo(day);
    }

    @Test
    void countsDaysWhereTheVendorIs() {
        var formats = new Formats(Locale.ENGLISH, STOCKHOLM);
        var lateInUtc = Instant.parse("2026-06-30T22:30:00Z");
        assertThat(formats.date(lateInUtc)).isEqualTo("1 July 2026");
        assertThat(formats.time(lateInUtc)).isEqualTo("2026-07-01 00:30");
    }

    @Test
    void groupsAccountNumbers() {
        assertThat(new Formats(Locale.ENGLISH, STOCKHOLM).iban("SE4550000000058398257466"))
                .isEqualTo("SE45\u00a05000\u00a00000\u00a00583\u00a09825\u00a07466");
    }
}
