package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.billing.Invoice;
import io.partnerflow.deadlines.ContractChain;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.Extensions;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Contracts that end by themselves (W-30), and those that are extended first (W-31). */
@OverTheYears
class RentalEndProcessTest extends SubscriptionTests {

    private static final LocalDate BEGINS = LocalDate.of(2026, 3, 31);
    private static final LocalDate ENDS = LocalDate.of(2027, 3, 31);
    private static final String RATE = "302.10"; // 3 × (84.90 + 11.90 + 3.90)

    @Autowired
    Rentals rentals;

    @Autowired
    Extensions extensions;

    @Autowired
    ContractChain chain;

    void aRentalOf(int months) {
        time.begin(BEGINS);
        reseller = deals.resellerOf("workplace", "0");
        customer = deals.customerOf(reseller);
        subscription = rentals.begin(reseller, customer, months);
    }

    @Test
    void asksTwiceForAFollowUpOfferAndEndsByItself() {
        aRentalOf(12);
        assertThat(view().endsOn()).isEqualTo(ENDS);
        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);
        goTo(LocalDate.of(2026, 9, 29));
        assertThat(reminders()).isEmpty();
        goTo(LocalDate.of(2026, 9, 30)); // six months before 31 March
        assertThat(reminders())
                .containsExactly("The contract of %s ends in 182 days, on 30 March 2027".formatted(customer.name()));
        goTo(ENDS.minusDays(31));
        assertThat(reminders()).hasSize(1);
        goTo(ENDS.minusDays(30));
        assertThat(reminders()).hasSize(2);
        goTo(ENDS.minusDays(1));
        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);

        goTo(ENDS);

        process.hasEndedBy(subscription, "serviceTask_closeAccount", "endEvent_subscriptionEnded");
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        assertThat(entitled()).isZero();
        assertThat(letters()).contains("subscription-ended").doesNotContain("renewal-reminder", "subscription-renewed");
        goTo(ENDS.plusMonths(3));
        assertThat(invoices()).hasSize(12);
        assertThat(invoiced()).isEqualTo(eur(RATE, 12));
    }

    @Test
    void extendedTwiceItEndsSixMonthsLaterAndCostsTheSameEachMonth() {
        aRentalOf(12);
        goTo(LocalDate.of(2027, 2, 1));
        var preview = extensions.preview(reseller.id(), subscription);
        assertThat(preview.endsOn()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(preview.monthsAfter()).isEqualTo(15);
        assertThat(preview.stepsLeft()).isEqualTo(7);
        assertThat(preview.costs()).isEqualTo(eur(RATE, 3));
        assertThat(preview.commission().isZero()).isTrue();

        extend();
        goTo(ENDS.minusDays(30));
        assertThat(remindersOf("30 March 2027")).hasSize(1); // of September; what has moved is not reminded of
        goTo(ENDS.plusDays(1));
        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);
        goTo(LocalDate.of(2027, 5, 31));
        assertThat(remindersOf("29 June 2027")).hasSize(1); // 30 days before
        extend();

        assertThat(view().endsOn()).isEqualTo(LocalDate.of(2027, 9, 30));
        goTo(LocalDate.of(2027, 8, 31));
        assertThat(remindersOf("29 September 2027")).hasSize(1);
        goTo(LocalDate.of(2027, 9, 30));

        process.hasEndedBy(subscription, "serviceTask_closeAccount", "endEvent_subscriptionEnded");
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        goTo(LocalDate.of(2027, 11, 1));
        assertThat(invoices())
                .hasSize(18)
                .allSatisfy(invoice -> assertThat(invoice.net()).isEqualTo(eur(RATE, 1)));
        assertThat(letters().stream().filter(letter -> letter.startsWith("contract-extended")))
                .containsExactlyInAnyOrder(
                        "contract-extended",
                        "contract-extended-customer",
                        "contract-extended",
                        "contract-extended-customer");
    }

    @Test
    void whileTheFollowUpOrderIsNotDeliveredTheLastReminderSuggestsAnExtension() {
        aRentalOf(12);
        var other = rentals.begin(reseller, customer, 12);
        followedBy(subscriptions.get(other).orderNumber());

        goTo(ENDS.minusDays(30));

        var letter = outbox.about(subscription).stream()
                .filter(one -> one.template().equals("contract-ends"))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(letter.plainText())
                .contains("follows this contract", "The devices of the follow-up order are not delivered")
                .contains("/subscriptions/%s/extension".formatted(subscription))
                .doesNotContain("/offers/new?follows=");
        assertThat(chain.of(subscription).orElseThrow().subscription()).isEqualTo(other);
        assertThat(chain.before(other)).hasValue(subscription);
    }

    private void followedBy(String order) {
        database.sql("""
                        INSERT INTO offer (number, programme, policy_version, reseller_id, customer_id, status, sent_version,
                            follows, order_number, created_by, created_at, ended_at)
                        VALUES (?, 'workplace', 1, ?, ?, 'ACCEPTED', 1, ?, ?, 'anna@example.org', now(), now())""")
                .params("OF-" + order, reseller.id(), customer.id(), subscription, order)
                .update();
    }

    @Test
    void extendedOnItsLastDayItGoesOnAndADayLaterItCannotBeExtended() {
        aRentalOf(12);
        goTo(ENDS.minusDays(1));
        extend();
        goTo(ENDS);
        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(invoices()).hasSize(13);

        goTo(LocalDate.of(2027, 6, 30));

        assertThatThrownBy(this::extend)
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("subscription-ended"));
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
    }

    @Test
    void nobodyEndsOrChangesItBefore() {
        aRentalOf(24);
        var one = List.of(new Seats("laptop-14", 1));
        assertThatThrownBy(this::cancel).satisfies(this::endsByItself);
        assertThatThrownBy(() -> cancellations.preview(reseller.id(), subscription))
                .satisfies(this::endsByItself);
        assertThatThrownBy(() -> reductions.preview(reseller.id(), subscription))
                .satisfies(this::endsByItself);
        assertThatThrownBy(() -> reductions.request(reseller.id(), subscription, one, true, null, maria()))
                .satisfies(this::endsByItself);
        assertThatThrownBy(() -> additions.preview(reseller.id(), subscription, one))
                .satisfies(this::endsByItself);
        assertThatThrownBy(() -> additions.add(reseller.id(), subscription, one, "2026-1", maria()))
                .satisfies(this::endsByItself);
        assertThat(changes.of(subscription)).isEmpty();
    }

    @Test
    void anExtensionIsKeptAsItWasMade() {
        aRentalOf(12);
        var number = extend();

        assertThat(changes.get(number))
                .returns(SubscriptionChange.Kind.EXTEND, SubscriptionChange::kind)
                .returns(ENDS, SubscriptionChange::effectiveOn)
                .returns(
                        LocalDate.of(2027, 6, 30),
                        change -> change.details().extension().until());
        assertThatThrownBy(() -> database.sql("UPDATE subscription_change SET extended_months = 6 WHERE number = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> scheduled.withdraw(reseller.id(), subscription, number))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whatTwoPeopleConfirmAtOnceHappensOnce() {
        aRentalOf(12);
        var seen = extensions.preview(reseller.id(), subscription).endsOn();
        extensions.extend(reseller.id(), subscription, seen, maria());

        assertThatThrownBy(() -> extensions.extend(reseller.id(), subscription, seen, maria()))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("extended-meanwhile"));
        assertThatThrownBy(() -> extensions.preview(UUID.randomUUID(), subscription))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhatHasEndedIsClosedAndOnlyOnce() {
        aRentalOf(12);
        assertThatThrownBy(() -> subscriptions.close(subscription)).isInstanceOf(Conflict.class);
        goTo(ENDS);

        subscriptions.close(subscription);
        subscriptions.close(subscription);

        assertThat(state()).isEqualTo(SubscriptionState.CLOSED);
        assertThat(view().active()).isFalse();
    }

    /** The customer pays, not the reseller. */
    @Override
    List<Invoice> invoices() {
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(customer.id(), number))
                .toList();
    }

    private String extend() {
        database.sql("DELETE FROM order_block").update(); // nobody in this story pays, nor is it about that
        var number = extensions.extend(reseller.id(), subscription, null, maria());
        time.aMoment();
        return number;
    }

    private void endsByItself(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("ends-by-itself"));
    }

    private List<String> reminders() {
        return outbox.about(subscription).stream()
                .filter(letter -> letter.template().equals("contract-ends"))
                .map(OutboxLetter::subject)
                .toList();
    }

    private List<String> remindersOf(String lastDay) {
        return reminders().stream().filter(subject -> subject.endsWith(lastDay)).toList();
    }

    private Money invoiced() {
        return Money.sum(
                Currency.getInstance("EUR"),
                invoices().stream().map(invoice -> invoice.net()).toList());
    }

    private static Money eur(String rate, int months) {
        return Money.of(new BigDecimal(rate).multiply(BigDecimal.valueOf(months)), "EUR");
    }
}
