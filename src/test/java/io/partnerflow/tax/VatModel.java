package io.partnerflow.tax;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The product's VAT table for tests that need no application: its file, and the engine's own evaluation of it. */
public final class VatModel {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision DECISION = read();

    public static final VatTable TABLE = VatModel::decide;

    private VatModel() {}

    private static Map<String, Object> decide(Map<String, Object> inputs) {
        return ENGINE.evaluateDecisionTable(DECISION, inputs).getSingleResult().getEntryMap();
    }

    private static DmnDecision read() {
        try (var file = new FileInputStream("processes/invoicing.vat.dmn")) {
            return ENGINE.parseDecision("invoicing.vat", file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
