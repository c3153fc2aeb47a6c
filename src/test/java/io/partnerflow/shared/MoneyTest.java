package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    static final Currency SEK = Currency.getInstance("SEK");

    @ParameterizedTest
    @CsvSource({"12.5,SEK,12.50 SEK", "12.5000,EUR,12.50 EUR", "1200,JPY,1200 JPY", "-1.1,BHD,-1.100 BHD"})
    void anAmountStandsAtItsCurrencysMinorUnit(String amount, String currency, String text) {
        assertThat(Money.of(amount, currency)).hasToString(text);
    }

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefused() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("1.001", "SEK"));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("0.5", "JPY"));
    }

    @Test
    void whatIsNoMoneyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XXX"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "crowns"));
    }

    @ParameterizedTest
    @CsvSource({"4.545,4.55", "-4.545,-4.55", "0.125,0.13", "1.005,1.01", "0.124999,0.12"})
    void tiesAreRoundedAwayFromZero(BigDecimal exact, String rounded) {
        assertThat(Money.rounded(exact, SEK)).isEqualTo(Money.of(rounded, "SEK"));
    }

    @Test
    void aShareIsMultipliedFirstAndDividedLast() {
        assertThat(Money.of("500.00", "SEK").share(181, 365)).isEqualTo(Money.of("247.95", "SEK"));
        assertThat(Money.of("0.01", "SEK").share(1, 2)).isEqualTo(Money.of("0.01", "SEK"));
    }

    @Test
    void sumsAddUp() {
        assertThat(Money.sum(SEK, List.of())).isEqualTo(Money.zero(SEK));
        assertThat(Money.sum(SEK, List.of(Money.of("0.10", "SEK"), Money.of("0.20", "SEK"))))
                .isEqualTo(Money.of("0.30", "SEK"));
    }

    @Test
    void currenciesNeverMix() {
        var crowns = Money.of("1", "SEK");
        var euros = Money.of("1", "EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> crowns.plus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> crowns.minus(euros));
        assertThatIllegalArgumentException().isThrownBy(() -> crowns.compareTo(euros));
    }

    @Test
    void signsAndOrder() {
        var one = Money.of("1", "SEK");
        assertThat(one.minus(one).isZero()).isTrue();
        assertThat(one.negate().isNegative()).isTrue();
        assertThat(one).isGreaterThan(one.negate());
        assertThat(one.times(3)).isEqualTo(Money.of("3", "SEK"));
    }
}
