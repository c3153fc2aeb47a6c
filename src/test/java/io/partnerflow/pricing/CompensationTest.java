package io.partnerflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.pricing.Kickback.Document;
import io.partnerflow.pricing.UpfrontCommission.Component;
import io.partnerflow.pricing.UpfrontCommission.Supplier;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompensationTest {

    static final YearMonth MONTH = YearMonth.of(2026, 4);
    static final Percentage TEN = Percentage.of("10");

    @ParameterizedTest
    @CsvSource({
        "-250.50, 0.00, -25.05, 0.00, -25.05",
        "-250.50, -10.00, -25.05, 0.00, -35.05",
        "100.00, -25.05, 10.00, 0.00, -15.05",
        "250.50, -25.05, 25.05, 0.00, 0.00",
        "1000.00, -25.05, 100.00, 74.95, 0.00",
    })
    void whatAMonthOwesIsCarriedUntilALaterOneHasPaidIt(
            String net, String carryIn, String total, String payable, String carryOut) {
        var documents = List.of(new Document(MONTH.atDay(20), money(net)));
        var kickback = Kickback.of(MONTH, TEN, documents, money(carryIn));
        assertThat(kickback.monthTotal()).isEqualTo(money(total));
        assertThat(kickback.payable()).isEqualTo(money(payable));
        assertThat(kickback.carryOut()).isEqualTo(money(carryOut));
    }

    @Test
    void otherMonthsDocumentsDoNotCount() {
        var documents = List.of(
                new Document(LocalDate.of(2026, 3, 31), money("100.00")),
                new Document(LocalDate.of(2026, 5, 1), money("100.00")),
                new Document(LocalDate.of(2025, 4, 30), money("100.00")));
        assertThat(Kickback.of(MONTH, TEN, documents, money("0.00")).lines()).isEmpty();
    }

    @Test
    void theResellersOwnServicesEarnNoCommission() {
        var commission = UpfrontCommission.of(
                36,
                List.of(
                        new Component(Supplier.VENDOR, money("10.10"), 1, Percentage.of("1.25")),
                        new Component(Supplier.RESELLER, money("50.00"), 1, TEN)));
        assertThat(commission.fullTermValue()).isEqualTo(money("363.60"));
        assertThat(commission.commission()).isEqualTo(money("4.55"));
    }

    @ParameterizedTest
    @CsvSource({"24, 0, true, 27, 4", "24, 9, true, 36, 1", "24, 12, false, 36, 0", "35, 0, false, 35, 0"})
    void anExtensionFitsUnderTheLongestContract(int months, int extended, boolean allowed, int after, int steps) {
        assertThat(RentalTerm.Extension.of(months, extended, 3, 36))
                .isEqualTo(new RentalTerm.Extension(allowed, after, steps));
    }

    private static Money money(String amount) {
        return Money.of(amount, "EUR");
    }
}
