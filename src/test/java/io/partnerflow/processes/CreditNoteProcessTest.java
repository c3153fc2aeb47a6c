package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.mail.Outbox;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.subscriptions.Subscriptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OverTheYears
class CreditNoteProcessTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    CreditNotes creditNotes;

    @Autowired
    Invoices invoices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    AuditTrail audit;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    String subscription;
    Invoice invoice; // 38,400.00 net, one line, 25 % VAT

    @BeforeEach
    void issueAnInvoice() {
        time.begin(BEGINS);
        deals.hireStaff();
        subscription = deals.subscription(BEGINS);
        invoice = of(invoices.ofSubscription(subscription).get(0));
    }

    @Test
    void theDeskTakesBackAllThatIsLeft() throws IOException {
        start(Map.of("creditExtent", "all"));

        process.hasEndedBy(
                request(),
                "startEvent_creditWanted",
                "serviceTask_registerCreditRequest",
                "serviceTask_issueCreditNote",
                "serviceTask_sendCreditNote",
                "endEvent_creditNoteSent");
        var note = notes().get(0);
        assertThat(note.number()).startsWith("CN-2025-");
        assertThat(note.kind()).isEqualTo(Invoice.Kind.CREDIT_NOTE);
        assertThat(note.credits()).isEqualTo(invoice.number());
        assertThat(note.gross()).isEqualTo(invoice.gross());
        assertThat(note.vatReason()).isEqualTo(invoice.vatReason());
        assertThat(note.buyer()).isEqualTo(invoice.buyer());
        assertThat(note.poReference()).isEqualTo(invoice.poReference());
        assertThat(open()).isEqualByComparingTo("0.00");
        assertThat(paper(note))
                .contains("Credit note", note.number(), invoice.number(), "Wrong price agreed", "48,000.00")
                .doesNotContain("How to pay");
        assertThat(outbox.about(note.number())).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains(note.number(), invoice.number());
            assertThat(letter.attachments()).hasSize(1);
        });
    }

    @Test
    void severalPartsAddUpAndTheLastClosesTheInvoice() {
        start(Map.of("creditExtent", "share", "creditShare", "33.33"));
        start(Map.of("creditExtent", "lines", "creditAmount", "1: 0,01"));
        start(Map.of("creditExtent", "lines", "creditAmount", "1 100.02"));
        assertThat(open()).isEqualByComparingTo("31876.56");
        assertThat(notes()).extracting(Invoice::gross).contains(sek("15998.40"), sek("0.01"), sek("125.03"));

        start(Map.of("creditExtent", "all"));

        assertThat(open()).isEqualByComparingTo("0.00");
        assertThat(notes()).hasSize(4);
        assertThatThrownBy(() -> start(Map.of("creditExtent", "all")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Nothing is left of " + invoice.number());
    }

    @Test
    void threeThirdsAreTheWhole() {
        for (var share : List.of("33.33", "33.33", "33.34")) {
            start(Map.of("creditExtent", "share", "creditShare", share));
        }
        assertThat(open()).isEqualByComparingTo("0.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines | creditAmount | 1: 38400.01 | Of line 1 38400.01 SEK cannot be credited: 38400.00 SEK is left",
                "lines | creditAmount | 2: 1.00 | has no line 2; its lines are 1 to 1",
                "lines | creditAmount | one hundred | “one hundred” cannot be read",
                "lines | creditAmount | 1: 0.00 | more than nothing",
                "share | creditShare | 101 | “101” is no share",
                "share | creditShare | -5 | is no share",
                "share | creditShare | 0 | is no share",
            })
    void whatCannotBeCreditedIsRefusedBeforeAnythingBegins(String extent, String field, String value, String words) {
        assertThatThrownBy(() -> start(Map.of("creditExtent", extent, field, value)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(words);
        assertThat(requests()).isEmpty();
    }

    @Test
    void onlyAnInvoiceThatExistsCanBeCredited() {
        assertThatThrownBy(() -> start(Map.of("creditExtent", "all", "invoiceNumber", "IN-1999-000001")))
                .hasMessageContaining("There is no invoice IN-1999-000001");
        start(Map.of("creditExtent", "all"));
        var note = notes().get(0).number();
        assertThatThrownBy(() -> start(Map.of("creditExtent", "all", "invoiceNumber", note)))
                .hasMessageContaining("%s is a credit note, of %s".formatted(note, invoice.number()));
    }

    @Test
    void aFormWithoutItsAnswersOrWithOthersBeginsNothing() {
        assertThatThrownBy(() -> start(Map.of())).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> start(Map.of("creditExtent", "all", "toInvoiceAgain", true)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("toInvoiceAgain");
    }

    @Test
    void noOtherDeskMayCredit() {
        assertThatThrownBy(() -> start(Deals.ORDER_CLERK, "order-desk", Map.of("creditExtent", "all")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aWrongReferenceIsPutRightByCreditAndNewInvoice() {
        database.sql("UPDATE subscription SET po_reference = 'PO 4712' WHERE number = ?")
                .param(subscription)
                .update();

        start(Map.of("creditExtent", "all", "invoiceAgain", "yes"));
        time.aMoment();

        process.hasEndedBy(request(), "serviceTask_invoiceAgain", "endEvent_invoicedAgain");
        assertThat(of(invoice.number()).poReference()).isEqualTo("PO 4711");
        var again =
                all().stream().filter(one -> one.replaces() != null).findFirst().orElseThrow();
        assertThat(again.replaces()).isEqualTo(invoice.number());
        assertThat(again.poReference()).isEqualTo("PO 4712");
        assertThat(again.gross()).isEqualTo(invoice.gross());
        assertThat(again.lines().get(0).period())
                .isEqualTo(invoice.lines().get(0).period());
        assertThat(all()).hasSize(3);
    }

    @Test
    void inPartNothingIsInvoicedAgain() {
        assertThatThrownBy(() -> start(Map.of("creditExtent", "share", "creditShare", "50", "invoiceAgain", "yes")))
                .hasMessageContaining("only if all that is left of it is credited");
    }

    @Test
    void withoutBeingAskedACreditedPeriodIsNotInvoicedAgain() {
        start(Map.of("creditExtent", "all"));

        time.until(BEGINS.plusDays(3));

        assertThat(all()).hasSize(2);
    }

    @Test
    void aLargeOneWaitsForASecondPerson() {
        ask(Map.of("creditExtent", "all"));

        assertThat(notes()).isEmpty();
        assertThat(process.factsOf(request(), "userTask_approveCreditNote"))
                .containsEntry("requestedBy", Deals.BILLING_CLERK)
                .containsEntry("invoiceNumber", invoice.number());
        assertThatThrownBy(() -> approve(request(), Deals.BILLING_CLERK))
                .hasMessageContaining("Somebody else has to approve it");
        assertThat(waiting()).containsExactly(request());

        approve(request(), Deals.OTHER_BILLING_CLERK);

        process.hasEndedBy(request(), "userTask_approveCreditNote", "endEvent_creditNoteSent");
        assertThat(open()).isEqualByComparingTo("0.00");
        assertThat(audit.of(request())).extracting(AuditTrail.Entry::detail).contains(Deals.OTHER_BILLING_CLERK);
    }

    @Test
    void smallOnesOfOneInvoiceTogetherAreALargeOne() {
        ask(Map.of("creditExtent", "lines", "creditAmount", "1: 6000.00"));
        assertThat(waiting()).isEmpty();

        ask(Map.of("creditExtent", "lines", "creditAmount", "1: 6000.00"));

        assertThat(waiting()).hasSize(1);
        assertThat(notes()).hasSize(1);
    }

    @Test
    void refusedNothingIsCreditedAndAllIsLeft() {
        ask(Map.of("creditExtent", "all"));

        deals.does(
                Deals.BILLING_CLERK,
                "userTask_approveCreditNote",
                request(),
                Map.of("approvalDecision", "refuse", "refusalReason", "Wrong invoice, sorry"));

        process.hasEndedBy(request(), "serviceTask_refuseCreditNote", "endEvent_creditNoteRefused");
        assertThat(notes()).isEmpty();
        start(Map.of("creditExtent", "all"));
        assertThat(open()).isEqualByComparingTo("0.00");
    }

    @Test
    void whoeverLeavesOutTheSecondPersonGetsNoCreditNote() {
        ask(Map.of("creditExtent", "all"));
        process.jump(request(), "userTask_approveCreditNote", "serviceTask_issueCreditNote");

        assertThatThrownBy(() -> process.run(request(), "serviceTask_issueCreditNote"))
                .hasMessageContaining("nobody but bengt has approved");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aModuleCanAskForOneToo() {
        var number = creditNotes.request(new CreditWish(
                invoice.number(),
                new CreditWish.Share(Percentage.of("50")),
                "Half of the seats were not there",
                false));
        time.aMoment();

        process.hasEndedBy(number, "startEvent_creditRequested", "endEvent_creditNoteSent");
        process.hasNotPassed(number, "serviceTask_registerCreditRequest");
        assertThat(open()).isEqualByComparingTo("24000.00");
        assertThatThrownBy(() -> creditNotes.request(
                        new CreditWish("IN-1999-000001", new CreditWish.All(), "No such invoice", false)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatIsWantedTogetherIsNeverMoreThanThereIs() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var wanted = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(index -> () -> {
                        try {
                            creditNotes.request(new CreditWish(
                                    invoice.number(),
                                    new CreditWish.Share(Percentage.of("30")),
                                    "One of eight at once",
                                    false));
                            return true;
                        } catch (Invalid tooMuch) {
                            return false;
                        }
                    })
                    .toList());
            var accepted = 0;
            for (var one : wanted) {
                accepted += one.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(3);
        } finally {
            threads.shutdown();
        }
        time.aMoment();
        assertThat(notes()).hasSize(3);
        assertThat(open()).isEqualByComparingTo("4800.00");
    }

    /** The clerk asks; a colleague approves what waits for one. */
    private void start(Map<String, Object> answers) {
        ask(answers);
        waiting().forEach(request -> approve(request, Deals.OTHER_BILLING_CLERK));
    }

    private void ask(Map<String, Object> answers) {
        start(Deals.BILLING_CLERK, "billing", answers);
        time.aMoment();
    }

    private void approve(String request, String person) {
        deals.does(person, "userTask_approveCreditNote", request, Map.of("approvalDecision", "approve"));
    }

    private List<String> waiting() {
        return requests().stream()
                .filter(request -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(request)
                                .taskDefinitionKey("userTask_approveCreditNote")
                                .count()
                        > 0)
                .toList();
    }

    /** As Tasklist does it. */
    private void start(String person, String desk, Map<String, Object> answers) {
        var all = new HashMap<String, Object>(answers);
        all.putIfAbsent("invoiceNumber", invoice.number());
        all.put("creditReason", "Wrong price agreed");
        all.putIfAbsent("invoiceAgain", "no");
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("credit-note")
                .latestVersion()
                .singleResult()
                .getId();
        identity.setAuthentication(person, List.of(desk));
        try {
            forms.submitStartForm(definition, all);
        } finally {
            identity.clearAuthentication();
        }
    }

    private String request() {
        return requests().get(0);
    }

    private List<String> requests() {
        return database.sql("SELECT number FROM credit_request WHERE invoice = ? ORDER BY number")
                .param(invoice.number())
                .query(String.class)
                .list();
    }

    private List<Invoice> notes() {
        return all().stream()
                .filter(one -> one.kind() == Invoice.Kind.CREDIT_NOTE)
                .toList();
    }

    private List<Invoice> all() {
        return invoices.ofSubscription(subscription).stream().map(this::of).toList();
    }

    private Invoice of(String number) {
        return invoices.get(subscriptions.get(subscription).reseller(), number);
    }

    /** As whoever waits for the money sees it. */
    private BigDecimal open() {
        return database.sql("SELECT sum(gross) FROM issued_document WHERE number = :of OR credits = :of")
                .param("of", invoice.number())
                .query(BigDecimal.class)
                .single();
    }

    private String paper(Invoice note) throws IOException {
        var document = invoices.document(note.billTo(), note.number());
        try (var pdf = Loader.loadPDF(documents.content(document.id()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
