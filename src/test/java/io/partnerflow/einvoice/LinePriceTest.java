package io.partnerflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePriceTest {

    /** The last three columns: quantity, price and of how many pieces it is the price. */
    @ParameterizedTest
    @CsvSource({
        "3, 100, 300.00, 3, 100, 1",
        "7, 48.123288, 336.86, 7, 48.123288, 1",
        "3, 1000, 1487.67, 3, 1487.67, 3",
        "1, -100, -100.00, -1, 100, 1",
        "2, 50, -33.33, -2, 33.33, 2",
        "-2, 50, -100.00, -2, 50, 1",
        "5, 0, 0.00, 5, 0, 1"
    })
    void timesItsQuantityItIsTheNet(
            BigDecimal quantity,
            BigDecimal unit,
            BigDecimal net,
            BigDecimal billed,
            BigDecimal price,
            BigDecimal basis) {
        var written = LinePrice.of(line(quantity, unit, net));

        assertThat(written).isEqualTo(new LinePrice(billed, price, basis));
        assertThat(written.quantity().multiply(written.price()).divide(written.basis(), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(net);
        assertThat(written.price().signum()).isNotNegative();
    }

    @Test
    void nothingHasNoPrice() {
        assertThatThrownBy(() -> LinePrice.of(line(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO)))
                .hasMessageContaining("a line has a quantity");
    }

    private static ElectronicInvoice.Line line(BigDecimal quantity, BigDecimal unit, BigDecimal net) {
        return new ElectronicInvoice.Line(
                "Seats", null, quantity, unit, Money.of(net, "SEK"), VatCategory.S, Percentage.of("25"), null);
    }
}
