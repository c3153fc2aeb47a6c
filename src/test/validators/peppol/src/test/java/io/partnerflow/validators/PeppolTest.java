package io.partnerflow.validators;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.FileSystemResource;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of Peppol BIS Billing 3 and of its self-billing profile on every sample. */
class PeppolTest {

    private static final String EDITION = "2026.5";

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
            new ValidationExecutorSetRegistry<>();

    @BeforeAll
    static void load() {
        PeppolValidation.initStandard(RULES);
    }

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("samples")))) {
            return files.filter(file -> file.toString().endsWith(".ubl.xml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isPeppol(Path sample) throws IOException {
        var rules = RULES.getOfID(DVRCoordinate.parseOrNull(rulesFor(Files.readString(sample))));
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create(new FileSystemResource(sample.toFile())));
        assertThat(results.getAllFailures())
                .extracting(failure -> failure.getErrorID() + " " + failure.getErrorText(Locale.ENGLISH))
                .isEmpty();
        assertThat(results.containsNoError()).isTrue();
    }

    private static String rulesFor(String ubl) {
        var document = ubl.contains("<CreditNote ") ? "creditnote" : "invoice";
        return "eu.peppol.bis3:%s%s:%s"
                .formatted(document, ubl.contains(":selfbilling:3.0") ? "-self-billing" : "", EDITION);
    }
}
