package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource({"12.5,12.5", "12.50,12.5", "100,100", "0,0", "0.00,0", "7.25,7.25"})
    void itsTextIsThePlainNumber(String given, String text) {
        assertThat(Percentage.of(given)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01", "101", "1e1", "", "12,5", "12.5%", "0.0000001", "NaN", "٣"})
    void whatIsNotZeroToHundredIsNoPercentage(String text) {
        assertThat(Percentage.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Percentage.of(text));
    }

    @Test
    void itIsTakenOffOrTakenOf() {
        assertThat(Percentage.of("12.5").rest()).isEqualByComparingTo("0.875");
        assertThat(Percentage.of("12.5").of(Money.of("0.20", "SEK"))).isEqualTo(Money.of("0.03", "SEK"));
    }

    @Test
    void equalPartsAreEqual() {
        assertThat(Percentage.of("12.50")).isEqualTo(Percentage.of("12.5"));
    }
}
