package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.bankfiles.TestBank;
import io.partnerflow.documents.Documents;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.payments.PayerCredits;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class PaymentMatchingProcessTest {

    private static final String TASK = "userTask_decidePayment";

    @Autowired
    BankStatements statements;

    @Autowired
    Receivables receivables;

    @Autowired
    PayerCredits credits;

    @Autowired
    ProcessDriver process;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

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
    void theDeskSeesWhatTheBankSaysAndPutsItOnInvoices() {
        var one = invoice("100.00");
        var two = invoice("200.00");
        var question = question("300.00", "=HYPERLINK(\"http://evil\") rent <b>");

        assertThat(process.factsOf(question, TASK))
                .containsEntry("paymentNumber", question)
                .containsEntry("text", "=HYPERLINK(\"http://evil\") rent <b>")
                .containsEntry("problem", "");
        answer(question, "assign", one.toLowerCase(java.util.Locale.ROOT) + ", " + two);

        process.hasEndedBy(question, "serviceTask_assignPayment", "endEvent_paymentAssigned");
        assertThat(open(one)).isEqualTo("0.00");
        assertThat(open(two)).isEqualTo("0.00");
    }

    @Test
    void aNumberThatIsNoInvoiceAndARestComeBackWithTheReason() {
        var invoice = invoice("100.00");
        var question = question("150.00", "rent");

        answer(question, "assign", "IN-1999-000001");
        assertThat(process.factsOf(question, TASK).get("problem")).asString().contains("IN-1999-000001");
        assertThat(open(invoice)).isEqualTo("100.00");

        answer(question, "assign", invoice);
        assertThat(process.factsOf(question, TASK).get("problem")).asString().contains("50.00");
        assertThat(process.factsOf(question, TASK).get("rest")).asString().contains("50.00");
        assertThat(open(invoice)).isEqualTo("0.00");

        answer(question, "keep", "");
        process.hasEndedBy(question, "gateway_payerKnown", "endEvent_paymentKept");
        assertThat(credits.of(payer.id())).containsExactly(Money.of("50.00", "SEK"));
    }

    @Test
    void moneyOfAPayerNobodyKnowsIsNotKept() {
        var invoice = invoice("100.00");
        var question = question("150.00", "rent");
        answer(question, "keep", "");
        assertThat(process.factsOf(question, TASK).get("problem")).asString().contains("Name one invoice");

        answer(question, "keep", invoice);
        process.hasEndedBy(question, "endEvent_paymentKept");
        assertThat(credits.of(payer.id())).containsExactly(Money.of("150.00", "SEK"));
        assertThat(open(invoice)).isEqualTo("100.00");
    }

    @Test
    void moneyIsSentBack() {
        var question = question("10.00", "rent");
        answer(question, "refund", "");
        process.hasEndedBy(question, "serviceTask_refundPayment", "endEvent_paymentRefunded");
        assertThat(status(question)).isEqualTo("TO_REFUND");
    }

    @Test
    void moneyThatIsNotOursIsSetAside() {
        var question = question("10.00", "rent");
        answer(question, "not-ours", "");
        process.hasEndedBy(question, "serviceTask_setPaymentAside", "endEvent_paymentSetAside");
        assertThat(status(question)).isEqualTo("NOT_OURS");
    }

    @Test
    void whatWentBackIsTakenOffTheInvoicesTheDeskNames() {
        var invoice = invoice("100.00");
        receivables.settle(invoice, Money.of("100.00", "SEK"), "test/" + invoice);
        var question = ask(TestBank.newer().returned(today, "40.00", "SEK", "E2E-unknown"));

        answer(question, "keep", invoice);
        assertThat(process.factsOf(question, TASK).get("problem")).asString().contains("nothing to keep");
        answer(question, "assign", invoice);

        process.hasEndedBy(question, "endEvent_paymentAssigned");
        assertThat(open(invoice)).isEqualTo("40.00");
    }

    private void answer(String question, String decision, String invoices) {
        process.complete(
                question,
                TASK,
                Map.of("paymentDecision", decision, "invoiceNumbers", invoices, "paymentNote", "asked by phone"));
    }

    private String question(String amount, String text) {
        var account = "SE" + payer.id().toString().replace("-", "").substring(0, 20);
        return ask(TestBank.newer()
                .received(today, amount, "SEK", "Nobody we know", account, text, "R" + payer.id() + amount));
    }

    private String ask(TestBank bank) {
        var file = bank.file();
        var statement = statements
                .take(new ByteArrayInputStream(file), Documents.sha256(file), "statement.xml", "bengt")
                .number();
        statements.confirm(statement, "bengt");
        process.run(statement, "serviceTask_bookNextEntries");
        return database.sql("SELECT question FROM bank_entry WHERE statement = ?")
                .param(statement)
                .query(String.class)
                .single();
    }

    private String invoice(String gross) {
        return invoices.invoice(payer.id(), gross, "SEK", today.plusDays(10));
    }

    private String open(String invoice) {
        return receivables.of(invoice).orElseThrow().open().amount().toPlainString();
    }

    private String status(String question) {
        return database.sql("SELECT status FROM bank_entry WHERE question = ?")
                .param(question)
                .query(String.class)
                .single();
    }
}
