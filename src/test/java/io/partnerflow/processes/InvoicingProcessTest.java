package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.Variable;
import io.partnerflow.engine.Workflow;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.parties.Organisations;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Subscriptions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OverTheYears
class InvoicingProcessTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    Workflow workflow;

    @Autowired
    Invoices invoices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Organisations organisations;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    String subscription;

    @BeforeEach
    void completeAnOrder() {
        time.begin(BEGINS);
        subscription = deals.subscription(BEGINS);
    }

    @Test
    void calledByTheOrderItIssuesAndSendsTheFirstInvoice() {
        process.hasEndedBy(
                subscription,
                "startEvent_invoiceDue",
                "serviceTask_issueInvoice",
                "serviceTask_sendInvoice",
                "endEvent_invoiceSent");
        process.hasEndedBy(
                subscriptions.get(subscription).orderNumber(), "callActivity_firstInvoice", "endEvent_orderCompleted");
        assertThat(invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(BEGINS);
            assertThat(invoice.dueDate()).isEqualTo(BEGINS.plusDays(30));
            assertThat(invoice.poReference()).isEqualTo("PO 4711");
            assertThat(invoice.lines()).singleElement().satisfies(line -> {
                assertThat(line.period().from()).isEqualTo(BEGINS);
                assertThat(line.period().lastDay())
                        .isEqualTo(BEGINS.plusYears(1).minusDays(1));
            });
        });
    }

    @Test
    void theAmountIsTheListPriceLessThePartnerDiscountPlusTax() {
        var invoice = invoices().get(0);

        assertThat(invoice.net()).isEqualTo(Money.of("38400.00", "SEK")); // 10 × 4,800.00 − 20 %
        assertThat(invoice.vat()).isEqualTo(Money.of("9600.00", "SEK"));
        assertThat(invoice.gross()).isEqualTo(Money.of("48000.00", "SEK"));
        assertThat(invoice.net()).isEqualTo(subscriptions.get(subscription).annualNet());
    }

    @Test
    void theResellerGetsItOnceWithThePdfThatIsInTheArchive() {
        var invoice = invoices().get(0);
        var archived = invoices.document(invoice.billTo(), invoice.number());

        assertThat(letters(invoice)).singleElement().satisfies(letter -> {
            assertThat(letter.to())
                    .isEqualTo(organisations.get(invoice.reseller()).email());
            assertThat(letter.subject()).contains(invoice.number());
            assertThat(letter.attachments()).singleElement().satisfies(attached -> {
                assertThat(attached.id()).isEqualTo(archived.id());
                assertThat(attached.fileName()).contains(invoice.number()).endsWith(".pdf");
                assertThat(Documents.sha256(documents.content(attached.id())))
                        .isEqualTo(attached.sha256())
                        .isEqualTo(archived.sha256());
            });
        });
    }

    @Test
    void thePaperSaysAllThatAnInvoiceMustSay() throws IOException {
        var invoice = invoices().get(0);
        var reseller = organisations.get(invoice.reseller());

        assertThat(paper(invoice))
                .contains(invoice.number(), "PO 4711", invoice.orderNumber(), subscription)
                .contains("Northlight Software AB", "559999-9991", "SE559999999101", "Storgatan 12")
                .contains(reseller.name(), reseller.registrationNumber(), reseller.vatId())
                .contains(organisations.get(invoice.customer()).name())
                .contains("38,400.00", "9,600.00", "48,000.00")
                .contains("Due date 9 April 2025", "VAT 25 % on 38,400.00")
                .contains("IBAN SE45 5000 0000 0583 9825 7466", "BIC ESSESESS");
    }

    @Test
    void askedAgainForAPeriodItTakesTheInvoiceThatIsThere() {
        workflow.start(
                "subscription.period-begun",
                subscription,
                Workflow.Answers.none().with(Variable.id("charge"), subscription + "/" + BEGINS));
        time.aMoment();

        process.hasEndedBy(subscription, "startEvent_periodBegun", "endEvent_invoiceSent");
        assertThat(invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(letters(invoice)).hasSize(1));
    }

    @Test
    void aPeriodThatIsNoneIsNotInvoiced() {
        workflow.start(
                "subscription.period-begun",
                subscription,
                Workflow.Answers.none().with(Variable.id("charge"), subscription + "/" + BEGINS.plusDays(1)));

        assertThatThrownBy(() -> process.run(subscription, "serviceTask_issueInvoice"))
                .hasMessageContaining("no period of %s begins on %s".formatted(subscription, BEGINS.plusDays(1)));
        assertThat(invoices()).hasSize(1);
    }

    private List<Invoice> invoices() {
        var reseller = subscriptions.get(subscription).reseller();
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller, number))
                .toList();
    }

    private List<OutboxLetter> letters(Invoice invoice) {
        return outbox.about(invoice.number());
    }

    private String paper(Invoice invoice) throws IOException {
        var document = invoices.document(invoice.billTo(), invoice.number());
        try (var pdf = Loader.loadPDF(documents.content(document.id()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\h", " ");
        }
    }
}
