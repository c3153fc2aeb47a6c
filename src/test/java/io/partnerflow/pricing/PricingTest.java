package io.partnerflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class PricingTest {

    static final LocalDate START = LocalDate.of(2026, 1, 15);

    static PricedLine line(String list, int quantity, int months, String term, String partner) {
        return Pricing.price(
                new PriceRequest(Money.of(list, "SEK"), quantity, months, Percentage.of(term), Percentage.of(partner)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0; 10 × 100.00 SEK = 1000.00 SEK",
                "10; 0; 10 × 100.00 SEK − 10 % term = 900.00 SEK",
                "0; 12.5; 10 × 100.00 SEK − 12.5 % partner = 875.00 SEK",
                "10; 20; 10 × 100.00 SEK − 10 % term − 20 % partner = 720.00 SEK",
            })
    void aPriceSaysHowItCameAbout(String term, String partner, String words) {
        assertThat(inWords(line("100.00", 10, 36, term, partner).formula())).isEqualTo(words);
    }

    /** AA-8: where the programme says so, discounts are added up; a price never goes below nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10; 20; 10 × 100.00 SEK − (10 % term + 20 % partner) = 700.00 SEK",
                "0; 20; 10 × 100.00 SEK − 20 % partner = 800.00 SEK",
                "60; 50; 10 × 100.00 SEK − (60 % term + 50 % partner) = 0.00 SEK",
            })
    void discountsThatAreAddedUpSaySo(String term, String partner, String words) {
        var line = Pricing.price(
                new PriceRequest(Money.of("100.00", "SEK"), 10, 36, Percentage.of(term), Percentage.of(partner), true));
        assertThat(inWords(line.formula())).isEqualTo(words);
        assertThat(line.request().withQuantity(5).additiveDiscounts()).isTrue();
    }

    @Test
    void periodsPaidElsewhereAreNoInvoicesButPartOfTheValue() {
        var timing = new Estimate.Timing(START, START.plusMonths(4), 3, 90, 3, Start.Backdated.ASSUME_PAID);
        var estimate = Estimate.of(List.of(line("100.00", 10, 12, "0", "0")), timing);
        assertThat(estimate.contractValue()).isEqualTo(Money.of("1000.00", "SEK"));
        assertThat(estimate.invoices())
                .extracting(Estimate.Invoice::issueDate)
                .containsExactly(START.plusMonths(6), START.plusMonths(9));
    }

    @Test
    void aProratedChargeSaysHowItCameAbout() {
        var period = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 1));
        var proration = Proration.ofAddition(Money.of("500.00", "SEK"), period, 12, LocalDate.of(2026, 9, 1));
        assertThat(inWords(proration.formula())).isEqualTo("181 of 365 days of 500.00 SEK = 247.95 SEK");
    }

    @Test
    void aResellerSeesTheSoldValueAndItsDiscountsWorth() {
        var line = line("129.95", 7, 12, "0", "12.5");
        assertThat(line.annualList()).isEqualTo(Money.of("909.65", "SEK"));
        assertThat(line.annualPartnerDiscount().plus(line.annualNet())).isEqualTo(line.annualList());
    }

    @Test
    void aTermThatIsNoWholeYearCostsItsMonths() {
        assertThat(line("99.99", 1, 18, "0", "0").contractValue()).isEqualTo(Money.of("149.99", "SEK"));
    }

    @Test
    void impossibleRequestsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("-1.00", 1, 12, "0", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> line("1.00", -1, 12, "0", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> line("1.00", 1, 0, "0", "0"));
    }

    @Test
    void anEstimateShowsEveryComingInvoiceAndTheDeadlines() {
        var lines = List.of(line("100.00", 10, 36, "10", "20"), line("59.00", 3, 36, "10", "12.5"));
        var estimate = Estimate.of(lines, new Estimate.Timing(START, START, 12, 90, 3, Start.Backdated.CATCH_UP));
        assertThat(estimate.annualNet()).isEqualTo(Money.of("859.39", "SEK"));
        assertThat(estimate.contractValue()).isEqualTo(Money.of("2578.17", "SEK"));
        assertThat(estimate.instalments())
                .extracting(Instalment::issueDate)
                .containsExactly(START, START.plusYears(1), START.plusYears(2));
        assertThat(estimate.deadlines().renewalDate()).isEqualTo(LocalDate.of(2029, 1, 15));
        assertThat(estimate.deadlines().lastDayForNotice()).isEqualTo(LocalDate.of(2028, 10, 17));
        assertThat(estimate.deadlines().lastDayForReduction()).isEqualTo(LocalDate.of(2028, 10, 14));
    }

    @Test
    void linesOfDifferentTermsAreNoOneEstimate() {
        var lines = List.of(line("1.00", 1, 12, "0", "0"), line("1.00", 1, 36, "0", "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Estimate.of(lines, new Estimate.Timing(START, START, 12, 90, 3, Start.Backdated.CATCH_UP)));
    }

    private static String inWords(Formula formula) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/pricing");
        texts.setDefaultEncoding("UTF-8");
        return texts.getMessage(formula.messageKey(), formula.args().toArray(), Locale.ENGLISH);
    }
}
