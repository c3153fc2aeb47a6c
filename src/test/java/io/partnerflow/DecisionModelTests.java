package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.modelrules.ProductModels;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table in {@code processes/} keeps to, and what the tables decide. */
class DecisionModelTests {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    static Stream<File> tables() {
        return Stream.of(new File("processes").listFiles((directory, name) -> name.endsWith(".dmn")));
    }

    /** The same as for whoever changes one on site. */
    @ParameterizedTest
    @MethodSource("tables")
    void keepsToTheRulesForChangesToo(File file) {
        assertThat(ProductModels.errors(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isDescribed(File file) {
        assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Decision.class))
                .allSatisfy(decision ->
                        assertThat(decision.getDescription().getTextContent()).isNotBlank());
    }

    @Test
    void everyTableIsAskedBySomeProcessOrModule() throws IOException {
        var asked = BpmnModelTests.models()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(BusinessRuleTask.class).stream())
                .map(task -> task.getCamundaDecisionRef() + ".dmn")
                .toList();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var modules = sources.filter(file -> file.toString().endsWith(".java"))
                    .map(DecisionModelTests::text)
                    .toList();
            assertThat(tables().map(File::getName))
                    .allMatch(table -> asked.contains(table)
                            || modules.stream()
                                    .anyMatch(code -> code.contains("\"" + table.replace(".dmn", "") + "\"")));
        }
    }

    /** P-18. */
    @ParameterizedTest
    @CsvSource({
        "NONE, NONE, MET",
        "NONE, STATED, MET",
        "NONE, PROVEN, MET",
        "HAS_MANAGER_MODEL, PROVEN, MET",
        "HAS_MANAGER_MODEL, STATED, TO_VERIFY",
        "HAS_MANAGER_MODEL, NONE, NOT_MET",
        "PARTNER_CONTRACT, PROVEN, MET",
        "PARTNER_CONTRACT, STATED, TO_VERIFY",
        "PARTNER_CONTRACT, NONE, NOT_MET",
        "MARKETPLACE_ACCESS, PROVEN, MET",
        "MARKETPLACE_ACCESS, STATED, TO_VERIFY",
        "MARKETPLACE_ACCESS, NONE, TO_VERIFY",
    })
    void whoMayBecomeAReseller(String precondition, String evidence, String result) {
        var inputs = Map.of("precondition", precondition, "preconditionEvidence", evidence);
        assertThat(decide("reseller-onboarding.precondition", inputs)).isEqualTo(result);
    }

    /** a mail about a case, each wish once in each language. */
    @ParameterizedTest
    @CsvSource({
        "ORDER, please cancel this, CANCELLATION, order-desk",
        "TRIAL, vi vill säga upp, CANCELLATION, order-desk",
        "OFFER, bitte stornieren sie das, CANCELLATION, order-desk",
        "ORDER, nous souhaitons annuler la commande, CANCELLATION, order-desk",
        "CONTRACT, we terminate our contract, CANCELLATION, contracts",
        "CONTRACT, uppsägning av avtalet, CANCELLATION, contracts",
        "RETURN, hiermit kündigen wir, CANCELLATION, contracts",
        "CONTRACT, nous souhaitons résilier, CANCELLATION, contracts",
        "CONTRACT, fewer seats please, REDUCTION, contracts",
        "CONTRACT, vi vill minska till fem, REDUCTION, contracts",
        "CONTRACT, wir brauchen weniger plätze, REDUCTION, contracts",
        "CONTRACT, nous voulons réduire à cinq postes, REDUCTION, contracts",
        "ORDER, please reduce it to five, REDUCTION, order-desk",
        "ORDER, färre platser tack, REDUCTION, order-desk",
        "ORDER, bitte reduzieren, REDUCTION, order-desk",
        "ORDER, moins de postes, REDUCTION, order-desk",
        "INVOICE, anything at all, INVOICE, billing",
        "ORDER, it arrived broken, DAMAGE, logistics",
        "CONTRACT, skärmen är trasig, DAMAGE, logistics",
        "RETURN, das gerät ist beschädigt, DAMAGE, logistics",
        "TRIAL, l’écran est cassé, DAMAGE, logistics",
        "CONTRACT, about the invoice, INVOICE, billing",
        "CONTRACT, en fråga om betalning, INVOICE, billing",
        "CONTRACT, zur letzten rechnung, INVOICE, billing",
        "CONTRACT, une question sur la facture, INVOICE, billing",
        "RETURN, when is it fetched, QUESTION, logistics",
        "CONTRACT, when does it renew, QUESTION, contracts",
        "OFFER, what does it cost, QUESTION, partner-managers",
        "TRIAL, how do we log in, QUESTION, partner-managers",
        "ORDER, when does it start, QUESTION, order-desk",
        "ORDER, '', QUESTION, order-desk",
    })
    void whichDeskSeesToAMail(String about, String words, String request, String desk) {
        var inputs = Map.<String, Object>of("about", about, "words", words);
        assertThat(rule("incoming-mail.routing", inputs))
                .containsEntry("request", request)
                .containsEntry("desk", desk);
    }

    /** PA-7. */
    @ParameterizedTest
    @CsvSource({
        "licence, REGISTERED, 15",
        "licence, SILVER, 20",
        "licence, GOLD, 30",
        "seats, SILVER, 20",
        "hosting, GOLD, 0",
        "workplace, REGISTERED, 0",
    })
    void whatDiscountATierBrings(String programme, String tier, String discount) {
        var inputs = Map.of("programme", programme, "tier", tier);
        assertThat(decide("reseller-onboarding.partner-terms", inputs)).isEqualTo(discount);
    }

    /** W-10, W-11, WA-3. */
    @ParameterizedTest
    @CsvSource({
        "A, false, 50, 240, 400, 36, NONE, APPROVE, 100",
        "B, false, 100, 24, 5000, 36, NONE, APPROVE, 100",
        "B, false, 101, 240, 400, 36, NONE, REFER, 0",
        "B, false, 201, 240, 400, 36, NONE, DECLINE, 0",
        "B, false, 50, 23, 400, 36, NONE, REFER, 0",
        "A, false, 50, 240, 5000.01, 36, NONE, REFER, 0",
        "C, false, 50, 240, 400, 24, NONE, APPROVE, 50",
        "C, false, 51, 240, 400, 24, NONE, REFER, 0",
        "C, false, 50, 240, 400, 36, NONE, REFER, 0",
        "D, false, 50, 240, 150, 36, NONE, REFER, 0",
        "D, false, 50, 240, 150.01, 36, NONE, DECLINE, 0",
        "E, false, 1, 240, 10, 12, NONE, DECLINE, 0",
        "E, false, 1, 240, 10, 12, DEPOSIT, REFER, 0",
        "B, false, 900, 240, 400, 36, GUARANTOR, REFER, 0",
        "A, false, 10, 240, 400, 36, DEPOSIT, REFER, 0",
        "A, true, 10, 240, 400, 36, DEPOSIT, DECLINE, 0",
        "UNKNOWN, false, 9999, 0, 400, 36, NONE, REFER, 0",
        "SILENT, false, 9999, 0, 400, 36, NONE, REFER, 0",
    })
    void whoseRiskIsBorne(
            String scoreClass,
            boolean insolvent,
            int exposurePct,
            int ageMonths,
            BigDecimal rate,
            int months,
            String security,
            String outcome,
            String limitPct) {
        var outputs = rule(
                "credit-check.credit-decision",
                Map.of(
                        "scoreClass", scoreClass,
                        "insolvent", insolvent,
                        "exposurePct", exposurePct,
                        "companyAgeMonths", ageMonths,
                        "monthlyRate", rate,
                        "termMonths", months,
                        "security", security));
        assertThat(outputs).containsEntry("outcome", outcome).containsEntry("limitPct", limitPct);
    }

    private static Map<String, Object> rule(String decision, Map<String, Object> inputs) {
        try (var file = new FileInputStream("processes/" + decision + ".dmn")) {
            return ENGINE.evaluateDecisionTable(decision, file, inputs)
                    .getSingleResult()
                    .getEntryMap();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** WA-10. */
    @ParameterizedTest
    @CsvSource({
        "LOST, HARDWARE, laptop-14, 450.00",
        "LOST, HARDWARE, laptop-16-pro, 890.00",
        "LOST, HARDWARE, smartphone, 290.00",
        "LOST, HARDWARE, monitor-27, 180.00",
        "LOST, HARDWARE, docking-station, 120.00",
        "DAMAGED_MAJOR, HARDWARE, laptop-14, 180.00",
        "DAMAGED_MAJOR, HARDWARE, laptop-16-pro, 320.00",
        "DAMAGED_MAJOR, HARDWARE, smartphone, 120.00",
        "DAMAGED_MAJOR, HARDWARE, monitor-27, 90.00",
        "DAMAGED_MAJOR, HARDWARE, docking-station, 90.00",
        "DAMAGED_MINOR, HARDWARE, laptop-16-pro, 49.00",
        "LOCKED, HARDWARE, smartphone, 35.00",
        "MISSING_PARTS, HARDWARE, laptop-14, 25.00",
        "LOST, SOFTWARE, office-suite, 0.00",
        "LOCKED, INSURANCE, electronics-insurance, 0.00",
        "MISSING_PARTS, BACKUP, cloud-backup, 0.00",
    })
    void whatAReturnedOrMissingDeviceCosts(String finding, String category, String product, String amount) {
        var inputs = Map.of("finding", finding, "category", category, "product", product);
        assertThat(decide("return.fee", inputs)).isEqualTo(amount);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object decide(String decision, Map<String, String> inputs) {
        try (var file = new FileInputStream("processes/" + decision + ".dmn")) {
            return ENGINE.evaluateDecisionTable(decision, file, Map.copyOf(inputs))
                    .getSingleResult()
                    .getSingleEntry();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
