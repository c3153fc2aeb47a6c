package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.mail.Outbox;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OverTheYears
class BillingRunProcessTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    Invoices invoices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Outbox outbox;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void onTheAnniversaryTheNextYearIsInvoicedAtThePriceListOfThatDay() {
        time.begin(BEGINS);
        var subscription = deals.subscription(BEGINS);
        time.whileTheHouseStoodStill(BEGINS.plusYears(1).minusDays(1));
        night();
        assertThat(invoicesOf(subscription)).hasSize(1);

        time.whileTheHouseStoodStill(BEGINS.plusYears(1));
        night();

        assertThat(invoicesOf(subscription)).extracting(Invoice::net).containsExactly(sek("38400.00"), sek("39600.00"));
        assertThat(invoicesOf(subscription).get(1).lines().get(0).formula()).contains("4,950.00");
        assertThat(subscriptions.get(subscription).nextInvoiceOn()).isEqualTo(BEGINS.plusYears(2));
    }

    @Test
    void aNightWithNothingDueEndsAfterOneLook() {
        time.begin(BEGINS);

        var run = night();

        assertThat(passed(run))
                .containsOnlyOnce("serviceTask_startDueInvoicings")
                .contains("endEvent_allDuePeriodsInvoiced");
    }

    @Test
    void aNightWithSomethingDueLooksAgainUntilThereIsNothing() {
        time.begin(BEGINS);
        deals.subscription(BEGINS);
        time.whileTheHouseStoodStill(BEGINS.plusYears(1));

        var run = night();

        assertThat(passed(run).stream().filter("serviceTask_startDueInvoicings"::equals))
                .hasSize(2);
        assertThat(passed(run)).endsWith("endEvent_allDuePeriodsInvoiced");
    }

    @Test
    void afterTwoYearsWithoutServiceBothYearsAreInvoicedEachAtItsOwnPrice() {
        time.begin(BEGINS);
        var subscription = deals.subscription(BEGINS);
        time.whileTheHouseStoodStill(BEGINS.plusYears(2).plusDays(3));

        night();

        assertThat(invoicesOf(subscription))
                .extracting(Invoice::net)
                .containsExactly(sek("38400.00"), sek("39600.00"), sek("41600.00"));
        assertThat(invoicesOf(subscription))
                .extracting(invoice -> invoice.lines().get(0).period().from())
                .containsExactly(BEGINS, BEGINS.plusYears(1), BEGINS.plusYears(2));
    }

    @Test
    void whatHasBeenInvoicedIsNotInvoicedAgainHoweverOftenTheRunComes() {
        time.begin(BEGINS);
        var subscription = deals.subscription(BEGINS);
        time.whileTheHouseStoodStill(BEGINS.plusYears(1));

        night();
        night();
        night();

        assertThat(invoicesOf(subscription))
                .hasSize(2)
                .allSatisfy(
                        invoice -> assertThat(outbox.about(invoice.number())).hasSize(1));
    }

    @Test
    void aSubscriptionThatBeginsLaterIsInvoicedByTheRunOfItsFirstDay() {
        time.begin(BEGINS);
        var begins = BEGINS.plusDays(40);
        var subscription = deals.subscription(begins);
        assertThat(invoicesOf(subscription)).isEmpty();

        time.until(begins.minusDays(1));
        assertThat(invoicesOf(subscription)).isEmpty();
        time.until(begins);

        assertThat(invoicesOf(subscription)).singleElement().satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(begins);
            assertThat(invoice.lines().get(0).period().from()).isEqualTo(begins);
        });
    }

    @Test
    void anEndedSubscriptionIsLeftAlone() {
        time.begin(BEGINS);
        var subscription = deals.subscription(BEGINS);
        time.begin(BEGINS.plusYears(1)); // which ends what earlier stories left

        night();

        assertThat(invoicesOf(subscription)).hasSize(1);
    }

    /** C-05: every boundary is counted from the first day. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2025-02-28, 2026-02-28, 2027-02-28, 2028-02-29",
        "2025-01-31, 2026-01-31, 2027-01-31, 2028-01-31, 2029-01-31",
        "2026-02-28, 2027-02-28, 2028-02-28, 2029-02-28, 2030-02-28",
    })
    void boundariesComeBackToTheFirstDayWheneverTheMonthHasIt(
            LocalDate begins, LocalDate second, LocalDate third, LocalDate fourth, LocalDate fifth) {
        time.begin(begins);
        var subscription = deals.subscription(begins);
        time.whileTheHouseStoodStill(fifth);

        night();

        assertThat(invoicesOf(subscription))
                .extracting(invoice -> invoice.lines().get(0).period().from())
                .containsExactly(begins, second, third, fourth, fifth);
        assertThat(invoicesOf(subscription))
                .extracting(invoice -> invoice.lines().get(0).period().to())
                .startsWith(second, third, fourth, fifth);
    }

    /** The clock strikes: the run of the night begins and everything it sets off is done. */
    private String night() {
        management.executeJob(time.billingTimer());
        var run = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("billing-run")
                .unfinished()
                .list();
        time.aMoment();
        return run.stream().map(HistoricProcessInstance::getId).findFirst().orElseThrow();
    }

    private List<String> passed(String run) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(run)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<Invoice> invoicesOf(String subscription) {
        var reseller = subscriptions.get(subscription).reseller();
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller, number))
                .toList();
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
