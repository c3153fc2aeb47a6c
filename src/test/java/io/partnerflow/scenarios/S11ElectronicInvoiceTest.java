package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.TestRentals;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.documents.Documents;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Percentage;
import io.partnerflow.subscriptions.Subscriptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * S11: from the order to the invoice that people and machines can read. What is written here goes to the validators of
 * {@code mvn verify} with the samples.
 */
@OverTheYears
class S11ElectronicInvoiceTest {

    private static final Path SAMPLES = Path.of("target/e-invoices");
    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Invoices invoices;

    @Autowired
    CreditNotes creditNotes;

    @Autowired
    Documents documents;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Users users;

    @Autowired
    Mandates mandates;

    @Autowired
    NumberSeries numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    Party reseller;
    Invoice invoice;
    ApiClient anna;

    @BeforeEach
    void order() {
        time.begin(BEGINS);
        reseller = deals.reseller();
        var subscription = deals.subscriptionOf(deals.completeOrder(reseller, deals.customerOf(reseller), BEGINS));
        invoice = invoices.get(
                reseller.id(), invoices.ofSubscription(subscription).get(0));
        anna = ApiClient.of(port, users, reseller, Role.BILLING);
    }

    @Test
    void theSameFiguresStandEverywhere() throws IOException {
        assertThat(figuresOf(reseller, invoice, "from-an-order"))
                .containsExactly(money("38400"), money("9600"), money("48000"));
        assertThat(text(pdf(reseller, invoice))).contains("38,400.00", "9,600.00", "48,000.00");
    }

    @Test
    void soTheyDoOnACreditNote() throws IOException {
        var wish = new CreditWish(invoice.number(), new CreditWish.Share(Percentage.of("12.5")), "Too many", false);
        creditNotes.request(wish);
        time.aMoment();
        var note = invoices.ofSubscription(invoice.subscription()).stream()
                .map(number -> invoices.get(reseller.id(), number))
                .filter(one -> one.kind() == Invoice.Kind.CREDIT_NOTE)
                .findFirst()
                .orElseThrow();

        assertThat(figuresOf(reseller, note, "from-a-credit"))
                .containsExactly(money("4800"), money("1200"), money("6000"));
        assertThat(text(pdf(reseller, note))).contains("4,800.00", "1,200.00", "6,000.00");
        assertThat(new String(invoices.xml(reseller.id(), note.number()), StandardCharsets.UTF_8))
                .contains("<ram:TypeCode>381</ram:TypeCode>", invoice.number(), "Too many");
    }

    @Test
    void soTheyDoOnOneThatIsCollectedInEuro() throws IOException {
        var customer = deals.customerOf(reseller);
        var begins = BEGINS.plusDays(1);
        var rental = new TestRentals(database, numbers, mandates, transaction)
                .debited(reseller, customer, begins, 12, "DE89370400440532013000");
        time.until(begins);
        var debited = invoices.get(
                customer.id(), invoices.ofSubscription(rental.subscription()).get(0));
        var mandate = mandates.of(rental.order()).orElseThrow().reference();

        assertThat(figuresOf(customer, debited, "from-a-debit"))
                .containsExactly(money("99.99"), money("25"), money("124.99"));
        assertThat(text(pdf(customer, debited))).contains("124.99", mandate, "25 March 2025");
        assertThat(new String(invoices.xml(customer.id(), debited.number()), StandardCharsets.UTF_8))
                .contains("<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", mandate)
                .contains("<ram:TypeCode>59</ram:TypeCode>", "DE89370400440532013000", "SE86ZZZ5599999991");
        assertThat(new String(invoices.ubl(customer.id(), debited.number()), StandardCharsets.UTF_8))
                .contains("PaymentMandate", mandate, "DE89370400440532013000");
    }

    /** Net, VAT and gross, which are the same in the database, both XMLs and the API's answer. */
    private List<BigDecimal> figuresOf(Party payer, Invoice document, String sample) throws IOException {
        var path = "/api/v1/invoices/" + document.number();
        var clerk = ApiClient.of(port, users, payer, Role.BILLING);
        var xml = clerk.page(path + ".xml").body();
        var ubl = clerk.page(path + ".ubl.xml").body();
        Files.createDirectories(SAMPLES);
        Files.writeString(SAMPLES.resolve(sample + ".cii.xml"), xml);
        Files.writeString(SAMPLES.resolve(sample + ".ubl.xml"), ubl);
        Files.write(SAMPLES.resolve(sample + ".pdf"), pdf(payer, document));

        var columns = List.of("net", "vat", "gross");
        var stored = columns.stream().map(column -> stored(document, column)).toList();
        var answer = clerk.get(path).body();
        assertThat(columns.stream()
                        .map(name -> money(answer.path(name).path("amount").asText()))
                        .toList())
                .isEqualTo(stored);
        assertThat(amounts(xml, "TaxBasisTotalAmount", "TaxTotalAmount", "GrandTotalAmount"))
                .isEqualTo(stored);
        assertThat(amounts(ubl, "TaxExclusiveAmount", "TaxAmount", "PayableAmount"))
                .isEqualTo(stored);
        return stored;
    }

    @Test
    void thePdfHoldsTheXmlThatIsHandedOut() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(reseller, invoice))) {
            var files = new PDDocumentNameDictionary(pdf.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(invoices.xml(reseller.id(), invoice.number()), StandardCharsets.UTF_8))
                    .contains(invoice.number(), "PO 4711", reseller.name(), "Storgatan 12", "111 51", "Stockholm")
                    .contains(invoice.subscription(), "SE4550000000058398257466");
        }
    }

    @Test
    void thePortalOffersAllThree() {
        var page = anna.page("/invoices/" + invoice.number()).body();

        for (var ending : List.of(".pdf", ".xml", ".ubl.xml")) {
            assertThat(page).contains("href=\"/invoices/%s%s\"".formatted(invoice.number(), ending));
            var file = anna.page("/invoices/" + invoice.number() + ending);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("content-disposition"))
                    .hasValueSatisfying(header -> assertThat(header).startsWith("attachment"));
        }
    }

    @Test
    void nobodyElseGetsThem() {
        var stranger = ApiClient.of(port, users, deals.reseller(), Role.BILLING);

        for (var ending : List.of(".xml", ".ubl.xml")) {
            assertThat(stranger.page("/api/v1/invoices/" + invoice.number() + ending)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stranger.page("/invoices/" + invoice.number() + ending).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theApiSaysWhatItHandsOut() {
        var file = anna.page("/api/v1/invoices/" + invoice.number() + ".xml");

        assertThat(file.headers().firstValue("content-type")).hasValue("application/xml");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"%s.xml\"".formatted(invoice.number()));
    }

    private byte[] pdf(Party payer, Invoice document) {
        return documents.content(
                invoices.document(payer.id(), document.number()).id());
    }

    private BigDecimal stored(Invoice document, String column) {
        return database.sql("SELECT " + column + " FROM invoice WHERE number = ?")
                .param(document.number())
                .query(BigDecimal.class)
                .single()
                .setScale(2);
    }

    private static List<BigDecimal> amounts(String xml, String... elements) {
        return Arrays.stream(elements).map(element -> amount(xml, element)).toList();
    }

    /** The last of that name: of the whole document, not of a line. */
    private static BigDecimal amount(String xml, String element) {
        var found = Pattern.compile("<\\w+:" + element + "[^>]*>([^<]+)<")
                .matcher(xml)
                .results()
                .toList();
        return money(found.get(found.size() - 1).group(1));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(2);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\h", " ");
        }
    }
}
