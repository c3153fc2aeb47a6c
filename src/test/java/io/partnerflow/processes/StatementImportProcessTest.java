package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.bankfiles.BankFileRefused;
import io.partnerflow.bankfiles.TestBank;
import io.partnerflow.documents.Documents;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.BankStatement;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.payments.Finding;
import io.partnerflow.payments.Receivables;
import io.partnerflow.payments.StatementPreview;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class StatementImportProcessTest {

    @Autowired
    BankStatements statements;

    @Autowired
    StatementPreview preview;

    @Autowired
    Receivables receivables;

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
    void aStatementIsBookedPortionByPortion() {
        var full = invoice("1250.00");
        var part = invoice("800.00");
        var statement = take(TestBank.newer()
                .received(today, "1250.00", "SEK", payer.name(), "your invoice " + full)
                .received(
                        today,
                        "300.00",
                        "SEK",
                        payer.name(),
                        part.replace("-", " ").toLowerCase(java.util.Locale.ROOT))
                .fee(today, "12.00", "SEK"));

        assertThat(preview.of(statement, 10).counts())
                .isEqualTo(Map.of(Finding.EXACT, 1, Finding.PARTIAL, 1, Finding.PAID_OUT, 1));
        book(statement);

        process.hasEndedBy(statement, "startEvent_statementConfirmed", "endEvent_statementBooked");
        assertThat(open(full)).isEqualTo("0.00");
        assertThat(open(part)).isEqualTo("500.00");
        assertThat(statements.get(statement).status()).isEqualTo(BankStatement.Status.BOOKED);
        assertThat(statements.get(statement).booked()).isEqualTo(3);
    }

    @Test
    void nothingIsBookedBeforeSomebodySaysSo() {
        var invoice = invoice("100.00");
        var statement = take(TestBank.newer().received(today, "100.00", "SEK", payer.name(), invoice));
        assertThat(open(invoice)).isEqualTo("100.00");

        statements.discard(statement);
        assertThatThrownBy(() -> statements.get(statement)).hasMessageContaining(statement);
    }

    @Test
    void onePaymentForSeveralInvoicesAndAnOlderForm() {
        var one = invoice("100.00");
        var two = invoice("200.50");
        book(take(TestBank.older().received(today, "300.50", "SEK", payer.name(), one + " + " + two)));

        assertThat(open(one)).isEqualTo("0.00");
        assertThat(open(two)).isEqualTo("0.00");
    }

    @Test
    void withoutANumberPayerAndAmountCountIfTheyLeaveNoDoubt() {
        var one = invoice("111.00");
        book(take(TestBank.newer()
                .received(today, "111.00", "SEK", payer.name().toUpperCase(java.util.Locale.ROOT), "thanks")));
        assertThat(open(one)).isEqualTo("0.00");

        invoice("222.00");
        invoice("222.00");
        var statement = take(TestBank.newer().received(today, "222.00", "SEK", payer.name(), "thanks"));
        assertThat(preview.of(statement, 10).counts()).isEqualTo(Map.of(Finding.AMBIGUOUS, 1));
    }

    @Test
    void whatIsUnclearBecomesAQuestionAndIsNeverLost() {
        var paid = invoice("50.00");
        var credited = invoice("60.00");
        invoices.credit(credited, payer.id(), "60.00", "SEK", today);
        var euro = invoices.invoice(payer.id(), "70.00", "EUR", today);
        var little = invoice("80.00");
        var statement = take(TestBank.newer()
                .received(today, "50.00", "SEK", payer.name(), paid)
                .received(today, "50.00", "SEK", "Somebody", paid)
                .received(today, "60.00", "SEK", "Somebody", credited)
                .received(today, "70.00", "SEK", "Somebody", euro)
                .received(today, "81.00", "SEK", "Somebody", little)
                .received(today, "9.99", "SEK", "Nobody we know", "rent")
                .returned(today, "5.00", "SEK", "E2E-never-seen"));

        var expected = Map.of(
                Finding.EXACT, 1,
                Finding.ALREADY_PAID, 1,
                Finding.CREDITED, 1,
                Finding.OTHER_CURRENCY, 1,
                Finding.OVERPAID, 1,
                Finding.UNKNOWN, 1,
                Finding.RETURN_UNKNOWN, 1);
        assertThat(preview.of(statement, 10).counts()).isEqualTo(expected);
        assertThat(preview.of(statement, 3).questions()).hasSize(3);
        book(statement);

        assertThat(open(little)).isEqualTo("0.00");
        assertThat(questions(statement))
                .hasSize(6)
                .allSatisfy(number -> process.taskAt(number, "userTask_decidePayment"));
    }

    @Test
    void theSameFileAndTheSameEntryCountOnce() {
        var invoice = invoice("500.00");
        var bank = TestBank.newer().received(today, "100.00", "SEK", payer.name(), "SE1", invoice, "REF-" + invoice);
        var statement = take(bank);
        book(statement);

        assertThat(statements.take(
                        new ByteArrayInputStream(bank.file()), Documents.sha256(bank.file()), "again.xml", "bengt"))
                .isEqualTo(new BankStatements.TakenIn(statement, true));
        assertThatThrownBy(() -> statements.confirm(statement, "bengt")).isInstanceOf(Conflict.class);

        var longer = take(TestBank.older()
                .received(today, "100.00", "SEK", payer.name(), "SE1", invoice, "REF-" + invoice)
                .received(today, "30.00", "SEK", payer.name(), "SE1", invoice, "REF2-" + invoice));
        assertThat(preview.of(longer, 10).counts()).isEqualTo(Map.of(Finding.KNOWN, 1, Finding.PARTIAL, 1));
        book(longer);
        assertThat(open(invoice)).isEqualTo("370.00");
    }

    @Test
    void whatTheBankTakesBackIsOpenAgain() {
        var invoice = invoice("75.00");
        var bank = TestBank.newer().received(today, "75.00", "SEK", payer.name(), invoice);
        book(take(bank));
        assertThat(open(invoice)).isEqualTo("0.00");

        book(take(TestBank.newer().returned(today, "75.00", "SEK", bank.endToEnd())));
        assertThat(open(invoice)).isEqualTo("75.00");
    }

    @Test
    void twoPaymentsOfOneInvoiceInOneFileNeverMakeMoreThanItsAmount() {
        var invoice = invoice("100.00");
        var statement = take(TestBank.newer()
                .received(today, "70.00", "SEK", payer.name(), invoice)
                .received(today, "70.00", "SEK", payer.name(), invoice));
        assertThat(preview.of(statement, 10).counts()).isEqualTo(Map.of(Finding.PARTIAL, 1, Finding.OVERPAID, 1));
        book(statement);

        assertThat(open(invoice)).isEqualTo("0.00");
        assertThat(questions(statement)).hasSize(1);
    }

    @Test
    void aBadFileLeavesNothingBehind() {
        var bad = TestBank.newer()
                .received(today, "1.00", "SEK", "A", "x")
                .losing("3.00")
                .file();
        assertThatThrownBy(
                        () -> statements.take(new ByteArrayInputStream(bad), Documents.sha256(bad), "bad.xml", "bengt"))
                .isInstanceOf(BankFileRefused.class);
        assertThat(database.sql("SELECT count(*) FROM bank_statement WHERE sha256 = ?")
                        .param(Documents.sha256(bad))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void settlingCountsOnceByItsReferenceAndNeverMoreThanIsOpen() {
        var invoice = invoice("100.00");
        receivables.settle(invoice, Money.of("40.00", "SEK"), "ST-2026-000009");
        receivables.settle(invoice, Money.of("40.00", "SEK"), "ST-2026-000009");
        assertThat(open(invoice)).isEqualTo("60.00");
        assertThatThrownBy(() -> receivables.settle(invoice, Money.of("60.01", "SEK"), "ST-2026-000010"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> receivables.settle(invoice, Money.of("1.00", "EUR"), "ST-2026-000011"))
                .isInstanceOf(Conflict.class);
    }

    private String invoice(String gross) {
        return invoices.invoice(payer.id(), gross, "SEK", today.plusDays(10));
    }

    private String take(TestBank bank) {
        var file = bank.file();
        return statements
                .take(new ByteArrayInputStream(file), Documents.sha256(file), "statement.xml", "bengt")
                .number();
    }

    private void book(String statement) {
        statements.confirm(statement, "bengt");
        while (process.hasJob(statement, "serviceTask_bookNextEntries")) {
            process.run(statement, "serviceTask_bookNextEntries");
        }
    }

    private String open(String invoice) {
        return receivables.of(invoice).orElseThrow().open().amount().toPlainString();
    }

    private List<String> questions(String statement) {
        return database.sql("SELECT question FROM bank_entry WHERE statement = ? AND question IS NOT NULL ORDER BY id")
                .param(statement)
                .query(String.class)
                .list();
    }
}
