package io.partnerflow.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestOffers;
import io.partnerflow.TestParties;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-14, W-16, W-37: one arithmetic for offer, order and invoices. */
@PartnerflowTest
class OfferPriceTest {

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OfferManagement management;

    @Autowired
    Offers offers;

    @Autowired
    Estimates estimates;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    Party customer;

    @BeforeEach
    void parties() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    @ParameterizedTest
    @CsvSource({
        "12, laptop-14, 1, monitor-27, 3",
        "24, laptop-16-pro, 7, office-suite, 7",
        "36, laptop-14, 33, electronics-insurance, 33",
        "36, smartphone, 9999, cloud-backup, 1",
        "24, docking-station, 13, endpoint-security, 17"
    })
    void monthlyRateTimesMonthsIsTheContractAndEveryInvoice(
            int months, String first, int pieces, String second, int others) {
        var bundle = List.of(new Line(first, pieces), new Line(second, others));
        var number = management.create(
                TestOffers.of(reseller, customer).forMonths(months).of(bundle).wanted());
        var offer = offers.get(reseller.id(), number);
        var order = estimates.of(order(offer), OrderFields.API).estimate();
        assertThat(order.contractValue())
                .isEqualTo(offer.monthlyRate().times(months))
                .isEqualTo(offer.commission().fullTermValue());
        assertThat(order.instalments())
                .hasSize(months)
                .extracting(Instalment::net)
                .containsOnly(offer.monthlyRate());
    }

    @ParameterizedTest
    @CsvSource({
        // 33.33 × 10 × 36 = 11,998.80 at 5 %; 11.90 and 6.90 at 8 %; 3.90 at 10 %: own services earn nothing (WA-8)
        "36, 560.30, 599.94, 342.72, 140.40, 198.72, 1281.78",
        "12, 1076.00, 254.70, 114.24, 46.80, 66.24, 481.98"
    })
    void commissionIsRoundedPerComponentAndLeavesOwnServicesOut(
            int months, String rate, String laptops, String office, String insurance, String backup, String sum) {
        var number = management.create(
                TestOffers.of(reseller, customer).forMonths(months).wanted());
        var offer = offers.get(reseller.id(), number);
        assertThat(offer.monthlyRate()).isEqualTo(Money.of(rate, "EUR"));
        assertThat(offer.commissionLines())
                .containsExactly(
                        Money.of(laptops, "EUR"),
                        Money.of(office, "EUR"),
                        Money.of(insurance, "EUR"),
                        Money.of(backup, "EUR"));
        assertThat(offer.commission().commission()).isEqualTo(Money.of(sum, "EUR"));
    }

    private WantedOrder order(OfferView offer) {
        return new WantedOrder(
                reseller.id(),
                offer.programme(),
                customer.id(),
                null,
                offer.components().stream()
                        .map(one -> new WantedOrder.Line(one.product(), one.quantity()))
                        .toList(),
                offer.termMonths(),
                calendar.today(),
                null,
                null,
                null,
                null,
                offer.createdBy(),
                new WantedOrder.AcceptedOffer(offer.number(), offer.pricedOn()));
    }
}
