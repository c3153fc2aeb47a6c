package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.parties.Resellers;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OverTheYears
class ContractChangeProcessTest extends SubscriptionTests {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 15);
    private static final LocalDate RENEWS = BEGINS.plusYears(1);
    private static final String TASK = "userTask_enterContractChange";

    @Autowired
    RuntimeService runtime;

    @Autowired
    Resellers resellers;

    @BeforeEach
    void aContractOfAYear() {
        time.begin(BEGINS);
        twentySeats(BEGINS, 12);
    }

    @Test
    void termsOfThePartnersOwnContractCountAtOnceForDeadlinesAndFromTheRenewalForPrices() {
        var entry = enter(Map.of(
                "changeKind", "terms",
                "contractReference", "Framework contract 2026/17, section 4",
                "noticeDays", "30",
                "renewalMonths", "24",
                "rhythmMonths", "12",
                "partnerDiscount", "25"));

        process.hasEndedBy(entry, "serviceTask_takeContractChange", "endEvent_contractChangeTaken");
        assertThat(changes.of(subscription)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGE_TERMS);
            assertThat(change.details().reason()).contains("2026/17");
        });
        assertThat(view().deadlines().lastDayForNotice()).isEqualTo(RENEWS.minusDays(30));
        assertThat(view().annualNet()).isEqualTo(sek("8160.00"));
        assertThat(letters()).contains("contract-changed");

        goTo(RENEWS.minusDays(60));
        assertThat(letters())
                .as("60 days are 30 before the last day for notice")
                .contains("renewal-reminder");
        goTo(RENEWS);
        assertThat(view().termMonths()).isEqualTo(24);
        assertThat(view().rhythmMonths()).isEqualTo(12);
        assertThat(view().annualNet()).isEqualTo(sek("8100.00")); // 20 × 540.00 − 25 %
        assertThat(view().nextInvoiceOn()).isEqualTo(RENEWS.plusYears(1));
        assertThat(invoices().get(4).net()).isEqualTo(sek("8100.00"));
        goTo(RENEWS.plusYears(1));
        assertThat(invoices()).hasSize(6);
    }

    @Test
    void whatCannotBeDoneIsSaidAtOnceAndTheTaskStaysOpen() {
        goTo(LocalDate.of(2026, 10, 15));
        var wish = Map.of(
                "changeKind", "reduce", "leavingSeats", "5 " + SEAT, "contractReference", "Mail", "nextPossible", "no");
        var entry = open();
        assertThatThrownBy(() -> process.complete(entry, TASK, answers(wish)))
                .hasStackTraceContaining("the last day to let seats leave at that renewal was 2026-10-14")
                .hasStackTraceContaining("2028-01-15");
        assertThat(process.waitsAt(entry)).containsExactly(TASK);

        var other = new HashMap<>(wish);
        other.put("nextPossible", "yes");
        process.complete(entry, TASK, answers(other));

        var change = changes.of(subscription).get(0);
        approve(change.number());
        assertThat(changes.get(change.number()).effectiveOn()).isEqualTo(LocalDate.of(2028, 1, 15));
    }

    @Test
    void aNoticeByLetterGoesTheWayOfOneFromThePortal() {
        enter(Map.of("changeKind", "cancel", "contractReference", "Letter of 2 February"));

        approve(changes.of(subscription).get(0).number());
        assertThat(view().endsOn()).isEqualTo(RENEWS);
    }

    /** PA-10. */
    @Test
    void anotherResellerTakesOverAndIsInvoicedFromTheNextPeriodOn() {
        var other = deals.resellerOf("seats", "10");
        var wish = Map.of(
                "changeKind", "reseller",
                "newReseller", other.registrationNumber(),
                "contractReference", "The customer asked for it");
        var entry = open();
        assertThatThrownBy(() -> process.complete(entry, TASK, answers(wish)))
                .hasStackTraceContaining("does not take care of the customer");
        resellers.link(other.id(), customer.id());

        process.complete(entry, TASK, answers(wish));
        goTo(LocalDate.of(2026, 4, 15));

        assertThat(view().reseller()).isEqualTo(other.id());
        assertThat(database.sql("SELECT bill_to::text FROM invoice WHERE subscription = ? ORDER BY number")
                        .param(subscription)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(reseller.id().toString(), other.id().toString()));
    }

    private String enter(Map<String, String> wish) {
        var entry = open();
        process.complete(entry, TASK, answers(wish));
        return entry;
    }

    private String open() {
        var begun = runtime.startProcessInstanceByKey("contract-change");
        return runtime.createProcessInstanceQuery()
                .processInstanceId(begun.getId())
                .singleResult()
                .getBusinessKey();
    }

    private Map<String, Object> answers(Map<String, String> wish) {
        var answers = new HashMap<String, Object>(wish);
        answers.put("contractNumber", subscription);
        return answers;
    }
}
