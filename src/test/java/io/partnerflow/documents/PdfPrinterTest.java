package io.partnerflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPrinterTest {

    private final PdfPrinter printer = Papers.printer();

    static Stream<Arguments> papers() {
        return Stream.of(
                Arguments.of("invoice", SamplePapers.INVOICE, "Invoice IN-2026-000042"),
                Arguments.of("debit-schedule", SamplePapers.DEBITS, "Debits of SU-2026-000077"),
                Arguments.of("agreement", SamplePapers.AGREEMENT, "Agreement OR-2026-000031"),
                Arguments.of("rental-contract", SamplePapers.RENTAL, "Rental contract OR-2026-000077"),
                Arguments.of("signature-evidence", SamplePapers.EVIDENCE, "Evidence of signature OR-2026-000077"),
                Arguments.of("order-confirmation", SamplePapers.CONFIRMATION, "Order confirmation OR-2026-000031"),
                Arguments.of("welcome-pack", SamplePapers.WELCOME, "Welcome as a reseller of Northlight Software AB"));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void printsArchivablePapers(String template, Map<String, Object> model, String title) throws IOException {
        var bytes = printer.print(template, model, Locale.ENGLISH);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", template + ".pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            var about = pdf.getDocumentInformation();
            assertThat(about.getTitle()).isEqualTo(title);
            assertThat(about.getAuthor()).isEqualTo("Northlight Software AB");
            assertThat(about.getCreationDate().toInstant()).isEqualTo(Papers.NOW);
            assertThat(xmp(pdf))
                    .contains("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>")
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("<xmp:CreateDate>2026-06-01T08:15:30+00:00</xmp:CreateDate>");
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getDocumentOutline().hasChildren()).isTrue();
            assertThat(text(pdf)).doesNotContain("??").contains("page 1 of");
        }
    }

    @Test
    void givesTheSameBytesForTheSameFacts() {
        assertThat(printer.print("invoice", SamplePapers.INVOICE, Locale.ENGLISH))
                .isEqualTo(printer.print("invoice", SamplePapers.INVOICE, Locale.ENGLISH));
    }

    @Test
    void printsSeveralAtOnce() {
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i ->
                                Documents.sha256(printer.print("agreement", SamplePapers.AGREEMENT, Locale.ENGLISH)))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void writesAmountsAndDaysInTheReadersLanguage() throws IOException {
        try (var pdf = Loader.loadPDF(printer.print("invoice", SamplePapers.INVOICE, Locale.forLanguageTag("sv")))) {
            assertThat(text(pdf)).contains("27 750,00 SEK").contains("1 juni 2026");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("sv");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "__${7*7}__::.x",
                "[[${7*7}]]",
                "#{7*7} <#assign x=7*7>${x}",
                "<script>alert(1)</script> & <b>bold</b>",
                "<img src='file:///etc/passwd'/>"
            })
    void printsWhatSomebodyTypedAsItIs(String name) throws IOException {
        var model = new HashMap<>(SamplePapers.INVOICE);
        model.put("customerName", name);
        try (var pdf = Loader.loadPDF(printer.print("invoice", model, Locale.ENGLISH))) {
            assertThat(text(pdf).replaceAll("\\s+", ""))
                    .contains(name.replaceAll("\\s+", ""))
                    .doesNotContain("49");
        }
    }

    @Test
    void takesNoTemplateFromElsewhere() {
        assertThatThrownBy(() -> printer.print("../mail/layout", Map.of(), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysHowAnInvoiceIsCollectedInsteadOfHowToPayIt() throws IOException {
        var model = new HashMap<>(SamplePapers.INVOICE);
        model.put("debit", SamplePapers.NOTICE);
        var bytes = printer.print("invoice", model, Locale.ENGLISH);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/invoice-collected.pdf"), bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(text(pdf))
                    .contains("We collect 27,750.00 SEK on 1 July 2026", "MD-2026-000012")
                    .doesNotContain("SE45 5000");
        }
    }

    @Test
    void theResellersMarkStandsBesideTheVendors() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB), "png", png);
        var named = new Branding(null, null, "#ffee33", "Nord IT Åre");
        var pictured = new Branding(png.toByteArray(), "image/png", "#8a1f5c", "Nord IT Åre");

        try (var pdf = Loader.loadPDF(debitsOf(named, "debits-of-a-reseller.pdf"))) {
            assertThat(text(pdf)).contains("Nord IT Åre", "Northlight Software AB", "556677-8899");
        }
        try (var pdf = Loader.loadPDF(debitsOf(pictured, "debits-with-a-logo.pdf"))) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            assertThat(text(pdf)).contains("Northlight Software AB");
        }
    }

    @Test
    void whatHasALegalIssuerShowsNothingOfTheReseller() throws IOException {
        var branded = Papers.printer(reseller -> Optional.of(new Branding(null, null, "#ffee33", "Nord IT Åre")));
        var papers = Map.of(
                "invoice", SamplePapers.INVOICE,
                "agreement", SamplePapers.AGREEMENT,
                "rental-contract", SamplePapers.RENTAL);
        for (var paper : papers.entrySet()) {
            try (var pdf = Loader.loadPDF(branded.print(paper.getKey(), paper.getValue(), Locale.ENGLISH))) {
                assertThat(text(pdf)).contains("Northlight Software AB").doesNotContain("Nord IT Åre");
            }
        }
    }

    private static byte[] debitsOf(Branding branding, String file) throws IOException {
        var bytes = Papers.printer(reseller -> Optional.of(branding))
                .print("debit-schedule", SamplePapers.DEBITS, Locale.ENGLISH, UUID.randomUUID());
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", file), bytes);
        return bytes;
    }

    @Test
    void keepsAnAgreementsNumberAndVersionOnEveryPage() throws IOException {
        try (var pdf = Loader.loadPDF(printer.print("agreement", SamplePapers.AGREEMENT, Locale.ENGLISH))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            for (var page = 1; page <= 2; page++) {
                assertThat(text(pdf, page)).contains("OR-2026-000031 · v1").contains("page " + page + " of 2");
            }
        }
    }

    private static String xmp(PDDocument pdf) throws IOException {
        return new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    private static String text(PDDocument pdf) throws IOException {
        return text(pdf, 1);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(page);
        reader.setEndPage(page);
        return reader.getText(pdf).replace('\u00a0', ' ');
    }
}
