package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.commission.CompensationDocument;
import io.partnerflow.commission.Disputes;
import io.partnerflow.commission.MachineReadable;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.documents.Documents;
import io.partnerflow.einvoice.ElectronicInvoices;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.payouts.Claims;
import io.partnerflow.payouts.PayoutRuns;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A reseller whose customers are invoiced, and the month's run. */
abstract class CommissionTests {

    private static final Path SAMPLES = Path.of("target/e-invoices");
    private static final String IBAN = "SE4550000000058398257466";

    @Autowired
    ElectronicInvoices electronic;

    @Autowired
    ProcessDriver process;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberSeries numbers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Statements statements;

    @Autowired
    Disputes disputes;

    @Autowired
    Documents documents;

    @Autowired
    Claims claims;

    @Autowired
    BankAccounts accounts;

    @Autowired
    PayoutRuns payouts;

    TestParties parties;
    TestLetters letters;
    Party reseller;
    Party customer;

    @BeforeEach
    void someoneSells() {
        parties = new TestParties(organisations, resellers);
        letters = new TestLetters(database);
        reseller = parties.organisation();
        customer = parties.customerOf(reseller);
    }

    /** The first day of the month before. */
    LocalDate lastMonth() {
        return calendar.today().withDayOfMonth(1).minusMonths(1);
    }

    String invoice(LocalDate day, String net) {
        return issued("IN", "INVOICE", null, day, net, reseller, "hosting");
    }

    String creditNote(LocalDate day, String net, String invoice) {
        return issued("CN", "CREDIT_NOTE", invoice, day, net, reseller, "hosting");
    }

    /** Issued to the customer; {@code earns} is the reseller that earns by it, null for none. */
    String issued(
            String series, String kind, String credits, LocalDate day, String net, Party earns, String programme) {
        return transaction.execute(status -> {
            var number = numbers.next(series);
            database.sql("""
                            INSERT INTO invoice (number, source, kind, credits, credit_reason, issue_date, due_date, issued_at,
                                bill_to, reseller_id, customer_id, programme, earns, payment_reference, currency, net, vat, gross,
                                seller, buyer)
                            VALUES (:number, :number, :kind, :credits, :reason, :day, :due, :at, :billTo, :reseller, :customer,
                                :programme, :earns, :number, 'SEK', :net, 0, :net, '{}', '{}')""")
                    .param("number", number)
                    .param("kind", kind)
                    .param("credits", credits)
                    .param("reason", credits == null ? null : "too much")
                    .param("day", day)
                    .param("due", day.plusDays(30))
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                    .param("billTo", customer.id())
                    .param("reseller", reseller.id())
                    .param("customer", customer.id())
                    .param("programme", programme)
                    .param("earns", earns == null ? null : earns.id())
                    .param("net", new BigDecimal(net))
                    .update();
            return number;
        });
    }

    /** The clock strikes: the run of the month begins, and works until nothing is due. */
    void runOfTheMonth() {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey("commission-run")
                .activityId("startEvent_monthOver")
                .singleResult()
                .getId());
        for (var chunks = chunks(); !chunks.isEmpty(); chunks = chunks()) {
            chunks.forEach(management::executeJob);
        }
    }

    private List<String> chunks() {
        return management
                .createJobQuery()
                .processDefinitionKey("commission-run")
                .activityId("serviceTask_drawUpStatements")
                .list()
                .stream()
                .map(job -> job.getId())
                .toList();
    }

    /** The numbers of the reseller's statements, drawn up or sent, by month. */
    List<String> statementsOf(UUID reseller) {
        return database.sql("SELECT number FROM compensation_statement WHERE reseller_id = ? ORDER BY month")
                .param(reseller)
                .query(String.class)
                .list();
    }

    /** The one statement of the reseller, sent. */
    Statement sentStatement() {
        runOfTheMonth();
        var number = statementsOf(reseller.id()).get(statementsOf(reseller.id()).size() - 1);
        process.run(number, "serviceTask_sendStatement");
        return statement(number);
    }

    Statement statement(String number) {
        return statements.get(reseller.id(), number);
    }

    /** Nobody objects; what there is is billed. */
    Statement undisputed(Statement statement) {
        process.fire(statement.number(), "event_disputePeriodOver");
        if (process.hasJob(statement.number(), "serviceTask_issueCompensationDocument")) {
            process.run(statement.number(), "serviceTask_issueCompensationDocument");
        }
        return statement(statement.number());
    }

    List<Statements.Row> list() {
        return statements.list(reseller.id(), Paging.first()).items();
    }

    void hasAnAccount() {
        accounts.change(reseller.id(), "Testföretaget & Co", IBAN, TestIdentities.email("boss"));
    }

    /**
     * Hands a real document to the validators of {@code mvn verify}, as the archive holds it, as it stands in that PDF and
     * as the Peppol network would carry it.
     */
    void handToValidators(CompensationDocument document, LocalDate credited, String sample) throws IOException {
        var machineReadable = MachineReadable.of(document, credited, reseller, IBAN);
        var pdf = documents.content(
                statements.billedPaper(reseller.id(), document.number()).id());
        var xml = electronic.xml(machineReadable);
        try (var paper = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(paper.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(files.get("factur-x.xml").getEmbeddedFile().toByteArray())
                    .isEqualTo(xml);
        }
        Files.createDirectories(SAMPLES);
        Files.write(SAMPLES.resolve(sample + ".pdf"), pdf);
        Files.write(SAMPLES.resolve(sample + ".cii.xml"), xml);
        Files.write(SAMPLES.resolve(sample + ".ubl.xml"), electronic.peppol(machineReadable));
    }

    static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }

    Statements.Billed billed(Statement statement) {
        var billed = statements.billed(statement);
        assertThat(billed).isNotEmpty();
        return billed.get(billed.size() - 1);
    }
}
