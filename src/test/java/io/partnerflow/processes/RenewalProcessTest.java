package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OverTheYears
class RenewalProcessTest extends SubscriptionTests {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 15);
    private static final LocalDate RENEWS = BEGINS.plusYears(1);

    @Autowired
    RuntimeService runtime;

    void aContractOfAYear() {
        time.begin(BEGINS);
        twentySeats(BEGINS, 12);
    }

    @Test
    void threeRemindersThenTheNextTermAtTheListOfItsFirstDay() {
        aContractOfAYear();
        goTo(RENEWS.minusDays(121));
        assertThat(running()).isZero();
        for (var days : List.of(120, 100, 91)) {
            goTo(RENEWS.minusDays(days));
        }
        assertThat(reminders()).containsExactlyInAnyOrder(subject(120), subject(100), subject(91));
        process.hasPassed(subscription, "serviceTask_remindOfRenewal");

        goTo(RENEWS);

        process.hasEndedBy(subscription, "serviceTask_renewSubscription", "endEvent_subscriptionRenewed");
        assertThat(letters()).contains("subscription-renewed");
        assertThat(view().term().from()).isEqualTo(RENEWS);
        assertThat(view().annualNet()).isEqualTo(sek("8640.00")); // 20 × 540.00 − 20 %
        assertThat(invoices().get(4).net()).isEqualTo(sek("2160.00"));
        assertThat(invoices().get(4).issueDate()).isEqualTo(RENEWS);
    }

    @Test
    void afterNoticeNobodyIsRemindedAndTheContractEndsWithItsLastDay() {
        aContractOfAYear();
        goTo(RENEWS.minusDays(100));
        approve(cancel());
        goTo(RENEWS.minusDays(91));
        assertThat(reminders()).doesNotContain(subject(91));
        goTo(RENEWS.minusDays(1));
        assertThat(state()).isEqualTo(SubscriptionState.NOTICE_GIVEN);
        assertThat(entitled()).isEqualTo(20);

        goTo(RENEWS);

        process.hasEndedBy(subscription, "serviceTask_closeAccount", "endEvent_subscriptionEnded");
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        assertThat(entitled()).isZero();
        assertThat(letters()).contains("subscription-ended");
        goTo(RENEWS.plusMonths(4));
        assertThat(invoices()).hasSize(4);
    }

    @Test
    void aNoticeOneDayLateEndsTheContractATermLater() {
        aContractOfAYear();
        goTo(RENEWS.minusDays(89));
        var preview = cancellations.preview(reseller.id(), subscription);
        assertThat(preview.inTime()).isFalse();
        assertThat(preview.lastDayForNotice()).isEqualTo(RENEWS.minusDays(90));
        assertThat(preview.endsOn()).isEqualTo(RENEWS.plusYears(1));
        assertThat(preview.stillToPay()).isEqualTo(sek("8640.00")); // four quarters by the list of that renewal
        approve(cancel());

        goTo(RENEWS);
        assertThat(state()).isEqualTo(SubscriptionState.NOTICE_GIVEN);
        goTo(RENEWS.plusYears(1));

        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        assertThat(invoices()).hasSize(8);
    }

    @Test
    void whatAnnouncementOfCostsSaidIsWhatIsInvoicedUntilTheEnd() {
        aContractOfAYear();
        goTo(LocalDate.of(2026, 5, 1));
        add(SEAT, 3);
        var invoicedBefore = invoices().size();
        var preview = cancellations.preview(reseller.id(), subscription);
        approve(cancel());

        goTo(RENEWS.plusDays(1));

        var after = invoices().subList(invoicedBefore, invoices().size());
        assertThat(after)
                .extracting(one -> one.net())
                .containsExactlyElementsOf(
                        preview.toPay().stream().map(one -> one.net()).toList());
    }

    @Test
    void theInvoiceMayRenewBeforeTheProcessDoesAndBothComeToTheSameTerm() {
        aContractOfAYear();
        approve(reduce(5));
        goTo(RENEWS.minusDays(100));
        time.whileTheHouseStoodStill(RENEWS.plusDays(3));
        time.aMoment();
        process.hasEndedBy(subscription, "endEvent_subscriptionRenewed");
        time.until(RENEWS.plusDays(4));

        assertThat(database.sql("SELECT count(*) FROM subscription_term WHERE subscription = ?")
                        .param(subscription)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(seats()).isEqualTo(15);
        assertThat(invoices().get(4).lines().get(0).quantity().intValue()).isEqualTo(15);
    }

    @Test
    void aContractFromMonthToMonthNeedsNoProcessUntilItEnds() {
        time.begin(BEGINS);
        reseller = deals.resellerOf("hosting", "0");
        customer = deals.customerOf(reseller);
        subscription = deals.subscriptionOf(deals.purchase(TestPurchase.ofHosting(reseller, customer, BEGINS)
                .with("virtual-server", 3)
                .wanted()));
        goTo(BEGINS.plusMonths(3));
        assertThat(reminders()).isEmpty();
        assertThat(processes()).as("nothing but invoices").isZero();

        // 30 days before the renewal of 15 May
        goTo(LocalDate.of(2026, 4, 16));
        assertThat(cancellations.preview(reseller.id(), subscription).endsOn()).isEqualTo(LocalDate.of(2026, 6, 15));
        approve(reductions.request(
                reseller.id(), subscription, List.of(new Seats("virtual-server", 1)), false, null, maria()));
        approve(cancel());
        assertThat(view().endsOn()).isEqualTo(LocalDate.of(2026, 6, 15));

        goTo(LocalDate.of(2026, 5, 15));
        assertThat(seats()).isEqualTo(2);
        assertThat(entitled()).isEqualTo(2);
        goTo(LocalDate.of(2026, 6, 15));

        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        assertThat(entitled()).isZero();
        assertThat(processes()).isEqualTo(2);
        process.hasEndedBy(subscription, "endEvent_subscriptionEnded");
    }

    private List<String> reminders() {
        return outbox.about(subscription).stream()
                .filter(letter -> letter.template().equals("renewal-reminder"))
                .map(OutboxLetter::subject)
                .toList();
    }

    private String subject(int days) {
        return "The subscription for %s renews in %d days, on 15 January 2027".formatted(customer.name(), days);
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subscription)
                .processDefinitionKey("renewal")
                .count();
    }

    private long processes() {
        return process.count(subscription, "renewal");
    }
}
