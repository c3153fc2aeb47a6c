package io.partnerflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCase.VatIdStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class VatTest {

    static final Percentage RATE = Percentage.of("25");

    @ParameterizedTest
    @CsvSource({
        "SE,SE,NONE,SERVICE,S,DOMESTIC",
        "SE,SE,VALID,GOODS,S,DOMESTIC",
        "SE,DE,VALID,SERVICE,AE,REVERSE_CHARGE_ART196",
        "SE,GR,VALID,SERVICE,AE,REVERSE_CHARGE_ART196",
        "SE,DE,VALID,GOODS,K,INTRA_COMMUNITY_ART138",
        "SE,DE,INVALID,SERVICE,S,NO_VALID_VAT_ID",
        "SE,DE,UNCHECKED,SERVICE,S,NO_VALID_VAT_ID",
        "SE,DE,NONE,GOODS,S,NO_VALID_VAT_ID",
        "SE,DE,WAIVED,SERVICE,S,NO_VALID_VAT_ID",
        "SE,XI,VALID,GOODS,K,INTRA_COMMUNITY_ART138",
        "SE,XI,VALID,SERVICE,O,OUTSIDE_SCOPE_ART44",
        "SE,AX,VALID,SERVICE,O,OUTSIDE_SCOPE_ART44",
        "SE,NO,NONE,SERVICE,O,OUTSIDE_SCOPE_ART44",
        "SE,CH,VALID,SERVICE,O,OUTSIDE_SCOPE_ART44",
        "SE,GB,NONE,GOODS,G,EXPORT_ART146",
        "NO,NO,NONE,SERVICE,S,DOMESTIC",
        "NO,SE,VALID,SERVICE,O,OUTSIDE_SCOPE_ART44",
        "NO,SE,VALID,GOODS,G,EXPORT_ART146",
    })
    void whereBothAreDecidesTheCategory(
            String seller, String buyer, VatIdStatus id, Supply supply, VatCategory category, VatDecision.Reason why) {
        var decision = VatDecision.of(VatModel.TABLE, new VatCase(seller, buyer, id, supply), RATE);
        assertThat(decision.category()).isEqualTo(category);
        assertThat(decision.reason()).isEqualTo(why);
        assertThat(decision.rate()).isEqualTo(category == VatCategory.S ? RATE : Percentage.ZERO);
    }

    /** Only between member states does anything hang on the VAT id, and only without a decision about it we ask. */
    @ParameterizedTest
    @CsvSource({
        "SE,SE,NONE,true",
        "SE,NO,NONE,true",
        "SE,DE,VALID,true",
        "SE,DE,WAIVED,true",
        "SE,DE,NONE,false",
        "SE,DE,INVALID,false",
        "SE,DE,UNCHECKED,false",
        "NO,DE,UNCHECKED,true",
    })
    void withoutAConfirmedVatIdOfAnotherMemberStateTheInvoiceWaits(
            String seller, String buyer, VatIdStatus id, boolean settled) {
        var decision = VatDecision.of(VatModel.TABLE, new VatCase(seller, buyer, id, Supply.SERVICE), RATE);
        assertThat(decision.settled()).isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({
        "SE,111 51,SE",
        "GR,104 31,GR",
        "FI,22100,AX",
        "FI,FI-22 100,AX",
        "FI,00100,FI",
        "ES,35001,Canary-Islands",
        "ES,28013,ES",
        "FR,97110,GP",
        "FR,75001,FR",
        "DE,78266,Büsingen",
        "GB,BT1 5GS,XI",
        "GB,SW1A 1AA,GB",
        "MC,98000,FR",
        "SE,,SE",
    })
    void partsOfACountryAreAreasOfTheirOwn(String country, String postalCode, String area) {
        assertThat(VatAreas.published().of(country, postalCode)).isEqualTo(area);
    }

    @Test
    void linesOfOneRateAreTaxedTogetherWhereverTheyStand() {
        var totals = VatTotals.ofLines(List.of(taxed("25", "0.10"), taxed("0", "5.00"), taxed("25", "0.10")));
        assertThat(totals.groups()).extracting(VatGroup::net).containsExactly(money("0.20"), money("5.00"));
        assertThat(totals.vat()).isEqualTo(money("0.05"));
        assertThat(totals.gross()).isEqualTo(money("5.25"));
    }

    @Test
    void groupsStandInTheOrderOfTheirFirstLines() {
        var rates = List.of("25", "6", "12", "0", "19", "7", "20", "5.5");
        var totals = VatTotals.ofLines(
                rates.stream().map(rate -> taxed(rate, "1.00")).toList());
        assertThat(totals.groups()).extracting(group -> group.rate().toString()).containsExactlyElementsOf(rates);
    }

    @ParameterizedTest
    @CsvSource({
        "FI,2024-08-31,24",
        "FI,2024-09-01,25.5",
        "EE,2025-06-30,22",
        "EE,2025-07-01,24",
        "SE,1999-01-01,25",
        "GR,2026-01-01,24",
    })
    void ratesChangeOnTheirDay(String country, LocalDate day, String rate) {
        assertThat(VatRates.published().standard(country, day)).hasValue(Percentage.of(rate));
    }

    @Test
    void everyMemberStateHasARate() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(Locale.getISOCountries())
                .filteredOn(country -> VatAreas.published().inUnion(country, Supply.SERVICE))
                .hasSize(27)
                .allSatisfy(country ->
                        assertThat(VatRates.published().standard(country, day)).isPresent());
        assertThat(VatRates.published().standard("US", day)).isEmpty();
    }

    @Test
    void aRateThatCannotBeReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VatRates(Map.of("SE", "25 %")));
    }

    @Test
    void aResellerWithoutVatIdShowsNoVat() {
        var bill = SelfBill.of(VatModel.TABLE, "DE", "DE", VatIdStatus.NONE, RATE, List.of(money("100.00")));
        assertThat(bill.decision().category()).isEqualTo(VatCategory.O);
        assertThat(bill.totals().gross()).isEqualTo(money("100.00"));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(VatDecision.Reason reason) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/tax");
        texts.setDefaultEncoding("UTF-8");
        assertThat(texts.getMessage("tax.reason." + reason, null, Locale.ENGLISH))
                .isNotBlank();
    }

    private static TaxedLine taxed(String rate, String net) {
        return new TaxedLine(VatCategory.S, Percentage.of(rate), money(net));
    }

    private static Money money(String amount) {
        return Money.of(amount, "SEK");
    }
}
