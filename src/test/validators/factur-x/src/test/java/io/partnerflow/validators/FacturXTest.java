package io.partnerflow.validators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Mustang's validator (EN 16931 schematron, Factur-X) and veraPDF (PDF/A-3a, PDF/UA-1) on every sample. */
class FacturXTest {

    private static final Path SAMPLES = Path.of(System.getProperty("samples"));

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Path> pdfs() throws IOException {
        return samples(".pdf");
    }

    private static Stream<Path> samples(String ending) throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @Test
    void thereIsAnXmlForEveryPdf() throws IOException {
        assertThat(pdfs().map(pdf -> pdf.toString().replace(".pdf", ".cii.xml")))
                .hasSizeGreaterThan(10)
                .allSatisfy(xml -> assertThat(Path.of(xml)).exists());
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void isFacturX(Path pdf) {
        var validator = new ZUGFeRDValidator();
        var report = validator.validate(pdf.toString());
        assertThat(report).doesNotContain("<error", "<exception");
        assertThat(report.lines().filter(line -> line.contains("<warning")))
                .allMatch(warning -> isLastCredit(pdf) && warning.contains("Arithmetical issue"));
        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }

    /** Its tax is the invoice's last cents; the rules allow it (BR-CO-17), the validator reckons for itself and remarks. */
    private static boolean isLastCredit(Path pdf) {
        return pdf.endsWith("credit-note-last.pdf");
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void isArchivableAndAccessible(Path pdf) throws Exception {
        for (var flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (var file = new FileInputStream(pdf.toFile());
                    var parser = Foundries.defaultInstance().createParser(file, flavour)) {
                var result = Foundries.defaultInstance()
                        .createValidator(flavour, false)
                        .validate(parser);
                assertThat(result.getTestAssertions().stream()
                                .filter(one -> one.getStatus() == TestAssertion.Status.FAILED))
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
