package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.dunning.DunningView;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class DunningProcessTest {

    private static final String TASK = "userTask_decideOverdueInvoice";

    @Autowired
    Dunnings dunnings;

    @Autowired
    OrderBlocks blocks;

    @Autowired
    Receivables receivables;

    @Autowired
    ProcessDriver process;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Outbox outbox;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    TestInvoices invoices;
    Party payer;
    LocalDate today;

    @BeforeEach
    void prepare() {
        invoices = new TestInvoices(database, numbers, transaction);
        payer = new TestParties(organisations, resellers).organisation();
        today = calendar.today();
    }

    @Test
    void onlyWhatIsLateEnoughOpenAndWorthSomethingIsDunned() {
        var late = invoice("100.00", 10);
        invoice("100.00", 9);
        invoice("0.00", 50);
        pay(invoice("100.00", 50), "100.00");
        invoices.credit(invoice("70.00", 50), payer.id(), "70.00", "SEK", today);

        var run = night();
        night();

        assertThat(dunnings.runningOf(payer.id())).singleElement().satisfies(dunning -> {
            assertThat(dunning.invoice()).isEqualTo(late);
            assertThat(dunning.secondReminderOn()).isEqualTo(today.plusDays(14));
            assertThat(dunning.blockOn()).isEqualTo(today.plusDays(28));
        });
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(run)
                        .activityId("endEvent_lateInvoicesDunned")
                        .count())
                .isOne();
    }

    @Test
    void endsWithThePaymentAfterTheFirstReminder() {
        var invoice = invoice("100.00", 10);
        var dunning = begun();
        process.run(dunning, "serviceTask_remindOfPayment");
        assertThat(letters(dunning)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Reminder: invoice " + invoice);
            assertThat(letter.to()).isEqualTo(payer.email());
        });

        pay(invoice, "99.00");
        assertThat(process.waitsAt(dunning)).contains("gateway_timeToPay");
        pay(invoice, "1.00");

        process.hasEndedBy(dunning, "startEvent_invoiceSettled", "endEvent_dunningClosed");
        assertThat(blocks.blocking(payer.id())).isEmpty();
    }

    @Test
    void endsWithTheCreditNoteFoundInTheNight() {
        var invoice = invoice("100.00", 10);
        var dunning = begun();
        process.run(dunning, "serviceTask_remindOfPayment");
        invoices.credit(invoice, payer.id(), "100.00", "SEK", today);

        night();

        process.hasEndedBy(dunning, "endEvent_dunningClosed");
    }

    @Test
    void blocksAfterTheSecondReminderAndOpensWithTheLastPayment() {
        var invoice = invoice("100.00", 10);
        var other = invoice("50.00", 10);
        var dunning = blocked(invoice);
        var second = blocked(other);
        assertThat(blocks.blocking(payer.id())).containsExactly(invoice, other);
        assertThat(letters(dunning))
                .extracting(OutboxLetter::subject)
                .containsExactlyInAnyOrder(
                        "Reminder: invoice " + invoice,
                        "Second reminder: invoice " + invoice,
                        "Orders are blocked: invoice " + invoice);
        assertThat(process.factsOf(dunning, TASK))
                .containsEntry("invoice", invoice)
                .extractingByKey("others")
                .asString()
                .contains(other);

        pay(invoice, "100.00");
        assertThat(blocks.blocking(payer.id())).containsExactly(other);
        pay(other, "50.00");
        assertThat(blocks.blocking(payer.id())).isEmpty();
        process.hasEndedBy(dunning, "serviceTask_blockOrders", "endEvent_dunningClosed");
        process.hasEndedBy(second, "endEvent_dunningClosed");
    }

    @Test
    void theDeskIsAskedAgainWhileOrdersStayBlocked() {
        var dunning = blocked(invoice("100.00", 10));
        process.complete(dunning, TASK, Map.of("dunningDecision", "keep", "grantedUntil", "", "dunningNote", ""));
        process.fire(dunning, "event_askAgain");
        process.taskAt(dunning, TASK);
        assertThat(blocks.blocking(payer.id())).hasSize(1);
    }

    @Test
    void grantedTimeOpensOrdersUntilItIsOver() {
        var dunning = blocked(invoice("100.00", 10));
        process.complete(
                dunning,
                TASK,
                Map.of(
                        "dunningDecision",
                        "grant",
                        "grantedUntil",
                        today.plusDays(500).toString(),
                        "dunningNote",
                        "pays on Friday"));
        assertThat(blocks.blocking(payer.id())).isEmpty();
        assertThat(dunnings.runningOf(payer.id())).singleElement().satisfies(granted -> {
            assertThat(granted.status()).isEqualTo(DunningView.Status.GRANTED);
            assertThat(granted.grantedUntil()).isEqualTo(today.plusDays(90));
        });

        process.fire(dunning, "event_grantedTimeOver");
        process.run(dunning, "serviceTask_blockOrders");
        assertThat(blocks.blocking(payer.id())).hasSize(1);
        assertThat(letters(dunning)).hasSize(3);
    }

    @Test
    void beforeTheBlockTheStepsThatAreStillToComeCanBeMoved() {
        invoice("100.00", 10);
        var dunning = begun();
        process.run(dunning, "serviceTask_remindOfPayment");

        dunnings.postpone(dunning, today.plusDays(20), "asked for time");
        assertThat(dunnings.runningOf(payer.id())).singleElement().satisfies(moved -> {
            assertThat(moved.secondReminderOn()).isEqualTo(today.plusDays(21));
            assertThat(moved.blockOn()).isEqualTo(today.plusDays(35));
        });
        assertThat(process.jobAt(dunning, "event_secondReminderDue")
                        .getDuedate()
                        .toInstant())
                .isEqualTo(calendar.startOfDay(today.plusDays(21)));

        process.fire(dunning, "event_secondReminderDue");
        process.run(dunning, "serviceTask_remindAgain");
        dunnings.postpone(dunning, today.plusDays(60), "asked again");
        process.hasPassed(dunning, "serviceTask_moveReminder", "serviceTask_moveBlock");
        assertThatThrownBy(() -> dunnings.postpone(dunning, today, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> dunnings.postpone(dunning, today.plusDays(91), ""))
                .isInstanceOf(Invalid.class);

        process.fire(dunning, "event_blockDue");
        assertThatThrownBy(() -> dunnings.postpone(dunning, today.plusDays(5), ""))
                .isInstanceOf(Conflict.class);
    }

    private String blocked(String invoice) {
        night();
        var dunning = dunnings.runningOf(payer.id()).stream()
                .filter(one -> one.invoice().equals(invoice))
                .findFirst()
                .orElseThrow()
                .number();
        process.run(dunning, "serviceTask_remindOfPayment");
        process.fire(dunning, "event_secondReminderDue");
        process.run(dunning, "serviceTask_remindAgain");
        process.fire(dunning, "event_blockDue");
        process.run(dunning, "serviceTask_blockOrders");
        return dunning;
    }

    private String begun() {
        night();
        return dunnings.runningOf(payer.id()).get(0).number();
    }

    private String night() {
        return new NightlyRun(engine).of("dunning-run");
    }

    private String invoice(String gross, int daysLate) {
        return invoices.invoice(payer.id(), gross, "SEK", today.minusDays(daysLate));
    }

    private void pay(String invoice, String amount) {
        receivables.settle(invoice, Money.of(amount, "SEK"), "test/" + invoice + amount);
    }

    private List<OutboxLetter> letters(String dunning) {
        return outbox.about(dunning).stream()
                .filter(letter -> letter.to().equals(payer.email()))
                .toList();
    }
}
