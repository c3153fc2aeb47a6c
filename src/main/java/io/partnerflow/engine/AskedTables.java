package io.partnerflow.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Decision tables asked for themselves, without a process and without a history. */
final class AskedTables {

    private final ThreadLocal<List<String>> hit = ThreadLocal.withInitial(ArrayList::new);
    private final DmnEngine engine = engine();

    /**
     * @param rule id of the one rule that says it
     * @param rules places of all rules that hit, from 1
     * @param outputs by name
     */
    record Answer(String rule, List<Integer> rules, Map<String, Object> outputs) {}

    DmnDecision parse(String decision, DmnModelInstance model) {
        return engine.parseDecision(decision, model);
    }

    DmnDecision parse(String decision, String xml) {
        return engine.parseDecision(decision, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws IllegalStateException if no rule hits, or several say different things */
    Answer ask(DmnDecision table, Map<String, Object> inputs) {
        hit.get().clear();
        try {
            var result = engine.evaluateDecisionTable(table, inputs).getSingleResult();
            if (result == null) {
                throw new IllegalStateException(
                        "no rule of decision table %s covers %s".formatted(table.getKey(), inputs));
            }
            var ids = List.copyOf(hit.get());
            return new Answer(ids.get(0), places(table, ids), result.getEntryMap());
        } finally {
            hit.remove();
        }
    }

    /** Where rules stand in their table, from 1; a rule without an id stands nowhere. */
    static List<Integer> places(DmnDecision table, List<String> ids) {
        var rules = ((DmnDecisionTableImpl) table.getDecisionLogic()).getRules();
        var places = new ArrayList<Integer>();
        for (var i = 0; i < rules.size(); i++) {
            if (ids.contains(rules.get(i).getId())) {
                places.add(i + 1);
            }
        }
        return places;
    }

    /** The engine tells which rules hit to listeners only, on the thread that asks. */
    private DmnEngine engine() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
        return configuration.buildEngine();
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> hit.get().add(rule.getId()));
    }
}
