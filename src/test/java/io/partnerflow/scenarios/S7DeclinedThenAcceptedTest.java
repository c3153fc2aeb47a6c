package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestOffers;
import io.partnerflow.credit.CreditAlternatives;
import io.partnerflow.credit.CreditChecks;
import io.partnerflow.credit.CreditStatus;
import io.partnerflow.credit.WantedAlternative;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.offers.WantedOffer.Origin;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.ReachedMilestone;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S7: the customer's credit does not bear the bundle; a smaller one is offered, borne and accepted. */
@OverTheYears
class S7DeclinedThenAcceptedTest {

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    RentalDeals rentals;

    @Autowired
    Orders orders;

    @Autowired
    CreditChecks checks;

    @Autowired
    CreditAlternatives alternatives;

    @Test
    void aSmallerBundleIsOfferedAfterTheNo() {
        time.begin(LocalDate.of(2026, 3, 2));
        var reseller = deals.resellerOf("workplace", "0");
        var customer = rentals.customerNamed("Weak", reseller);

        var tooLarge = rentals.accepted(rentals.offer(TestOffers.of(reseller, customer)));
        deals.sendsScan(tooLarge);
        assertThat(checks.of(reseller.id(), tooLarge))
                .hasValueSatisfying(check -> assertThat(check.status()).isEqualTo(CreditStatus.ALTERNATIVES));

        time.until(LocalDate.of(2026, 3, 5));
        alternatives.choose(
                reseller.id(),
                tooLarge,
                new WantedAlternative("new-offer", null, null, null),
                TestIdentities.email("r"));
        time.aMoment();
        assertThat(orders.get(tooLarge).status()).isEqualTo(OrderStatus.DECLINED);

        var smaller = TestOffers.of(reseller, customer)
                .of(List.of(new Line("laptop-14", 2), new Line("office-suite", 2)))
                .from(new Origin(null, tooLarge));
        var order = rentals.accepted(rentals.offer(smaller)); // 90.46 a month
        deals.sendsScan(order);
        rentals.creditIsDecided(order, "approve", "5000");

        assertThat(checks.of(reseller.id(), order))
                .hasValueSatisfying(check -> assertThat(check.status()).isEqualTo(CreditStatus.APPROVED));
        assertThat(orders.milestones(order))
                .extracting(ReachedMilestone::milestone)
                .contains(Milestone.CREDIT_REFERRED, Milestone.CREDIT_APPROVED, Milestone.ACCOUNT_READY);
    }
}
