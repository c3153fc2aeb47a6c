package io.partnerflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.PaperLine;
import io.partnerflow.documents.PaperTax;
import io.partnerflow.documents.Papers;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Writes a document of every case; {@code mvn verify} then shows them to validators that know nothing of this house. */
class ElectronicInvoicesTest {

    private static final Path SAMPLES = Path.of("target/e-invoices");

    private final PdfPrinter printer = Papers.printer();
    private final ElectronicInvoices invoices =
            new ElectronicInvoices(texts(), Clock.fixed(Papers.NOW, ZoneOffset.UTC));

    static Stream<String> cases() {
        return SampleDocuments.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesEveryCase(String name) throws IOException {
        var document = SampleDocuments.all().get(name);
        var xml = invoices.xml(document);
        var pdf = invoices.embed(print(document), document);
        Files.createDirectories(SAMPLES);
        Files.write(SAMPLES.resolve(name + ".cii.xml"), xml);
        Files.write(SAMPLES.resolve(name + ".pdf"), pdf);
        Files.write(SAMPLES.resolve(name + ".ubl.xml"), invoices.peppol(document));
        assertThat(embedded(pdf)).isEqualTo(new String(xml, StandardCharsets.UTF_8));
        assertThat(pdf).isEqualTo(invoices.embed(print(document), document));
    }

    @Test
    void leavesThePdfWhatItWas() throws IOException {
        var document = SampleDocuments.domestic();
        try (var pdf = Loader.loadPDF(invoices.embed(print(document), document))) {
            var about = pdf.getDocumentInformation();
            assertThat(about.getTitle()).isEqualTo("Invoice IN-2026-000001");
            assertThat(about.getCreationDate().toInstant()).isEqualTo(Papers.NOW);
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>")
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void aDocumentCanBeWrittenAheadOfTheFirst() {
        assertThat(new String(invoices.xml(FirstDocument.document()), StandardCharsets.UTF_8))
                .contains("<ram:GrandTotalAmount>0.00</ram:GrandTotalAmount>");
    }

    @Test
    void aForeignTotalIsNotWritten() {
        var right = SampleDocuments.domestic();
        var wrong = VatTotals.of(
                List.of(VatGroup.of(VatCategory.S, Percentage.of("25"), List.of(Money.of("22200.01", "SEK")))));

        assertThatThrownBy(() -> invoices.xml(withTotals(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("IN-2026-000001: its foot");
    }

    @Test
    void whatTheLibraryCalculatesMustBeWhatWasInvoiced() {
        var xml = new String(invoices.xml(SampleDocuments.domestic()), StandardCharsets.UTF_8);

        for (var amount : List.of("19200.00", "3000.00", "22200.00", "5550.00", "27750.00")) {
            var other =
                    WrittenAmounts.read(xml.replaceFirst(">" + amount + "<", ">" + amount.replace(".00", ".01") + "<")
                            .getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> other.mustBe(SampleDocuments.domestic()))
                    .hasMessageContaining(amount.replace(".00", ".01"));
        }
    }

    @Test
    void aReverseChargeWithoutAVatIdIsNotWritten() {
        var document = SampleDocuments.all().get("reverse-charge");
        var unknown = withBuyer(document, document.buyer().withoutVatId());

        assertThatThrownBy(() -> invoices.peppol(unknown)).hasMessageContaining("needs the VAT ids of both");
    }

    @Test
    void whoPeppolDoesNotKnowGetsAnAnswerThatSaysSo() {
        var american =
                new TradeParty("Acme Inc.", "12-3456789", null, "1 Main St", null, "10001", "NY", "US", null, null);
        var document = withBuyer(SampleDocuments.all().get("outside-eu-service"), american);

        assertThatThrownBy(() -> invoices.peppol(document))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no-peppol-address");
        assertThat(invoices.xml(document)).isNotEmpty();
    }

    @Test
    void aTaxThatIsNotTheLinesIsNotWritten() {
        var right = SampleDocuments.domestic();
        var group = right.totals().groups().get(0);
        var wrong = VatTotals.of(List.of(new VatGroup(
                group.category(), group.rate(), group.net(), group.vat().plus(Money.of("1", "SEK")))));

        assertThatThrownBy(() -> invoices.xml(withTotals(right, wrong))).hasMessageContaining("its foot");
    }

    private static ElectronicInvoice withTotals(ElectronicInvoice one, VatTotals totals) {
        return changed(one, one.buyer(), totals);
    }

    private static ElectronicInvoice withBuyer(ElectronicInvoice one, TradeParty buyer) {
        return changed(one, buyer, one.totals());
    }

    private static ElectronicInvoice changed(ElectronicInvoice one, TradeParty buyer, VatTotals totals) {
        return new ElectronicInvoice(
                one.kind(),
                one.number(),
                one.issueDate(),
                one.dueDate(),
                one.seller(),
                buyer,
                one.purchaseOrder(),
                one.contract(),
                one.preceding(),
                one.lines(),
                totals,
                one.exemptions(),
                one.payment(),
                one.costGroup(),
                one.note(),
                one.language());
    }

    private byte[] print(ElectronicInvoice document) {
        var model = new HashMap<String, Object>();
        model.put("number", document.number());
        model.put("issueDate", document.issueDate());
        model.put("dueDate", document.dueDate() == null ? document.issueDate() : document.dueDate());
        model.put("currency", document.currency());
        model.put("net", document.totals().net());
        model.put("tax", document.totals().vat());
        model.put("gross", document.totals().gross());
        model.put("paymentReference", document.number());
        model.put("buyer", addressee(document.buyer()));
        model.put(
                "lines",
                document.lines().stream().map(ElectronicInvoicesTest::line).toList());
        model.put(
                "taxes",
                document.totals().groups().stream()
                        .map(group -> new PaperTax(group.rate(), group.net(), group.vat()))
                        .toList());
        return printer.print("invoice", model, Locale.ENGLISH);
    }

    private static PaperLine line(ElectronicInvoice.Line line) {
        return new PaperLine(
                Text.plain(line.description()),
                line.note(),
                line.quantity(),
                Money.rounded(line.unitNet(), line.net().currency()),
                line.net());
    }

    private static Addressee addressee(TradeParty party) {
        return Addressee.at(
                new PostalAddress(party.street(), party.line2(), party.postalCode(), party.city(), party.country()),
                Locale.ENGLISH,
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }

    private static String embedded(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml");
            return new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/einvoice");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
