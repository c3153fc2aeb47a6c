package io.partnerflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table in {@code processes/} outside a process, always in the version that is deployed last. It leaves
 * no history: a table may be asked for every line of every invoice, and whoever asks stores the answer.
 */
@Component
public class Decisions {

    private final ThreadLocal<String> lastRule = new ThreadLocal<>();
    private final DmnEngine tables = tables();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final OnBehalfOfTheHouse house;

    Decisions(@Lazy RepositoryService repository, OnBehalfOfTheHouse house) {
        this.repository = repository;
        this.house = house;
    }

    /**
     * @param decision id of the decision, which is also its file's name
     * @param inputs by the names the table's expressions use
     * @return the outputs of the one rule that hit, by name
     * @throws IllegalStateException if there is no such table, or no rule hits
     */
    public Map<String, Object> decide(String decision, Map<String, Object> inputs) {
        var result = tables.evaluateDecisionTable(inForce(decision), inputs).getSingleResult();
        if (result == null) {
            throw new IllegalStateException("no rule of decision table %s covers %s".formatted(decision, inputs));
        }
        return result.getEntryMap();
    }

    /**
     * An answer with what it rests on, for whoever has to account for it.
     *
     * @param version of the table that is deployed
     * @param rule id of the one rule that hit
     * @param outputs of that rule, by name
     */
    public record Ruling(int version, String rule, Map<String, Object> outputs) {

        /** @throws IllegalStateException if the table has no such output */
        public String text(String output) {
            if (outputs.get(output) instanceof String text) {
                return text;
            }
            throw new IllegalStateException("rule %s says nothing about %s".formatted(rule, output));
        }
    }

    /** The same as {@link #decide}, with the rule and the version of the table. */
    public Ruling rule(String decision, Map<String, Object> inputs) {
        lastRule.remove();
        var version = definition(decision).getVersion();
        var outputs = decide(decision, inputs);
        var ruling = new Ruling(version, lastRule.get(), outputs);
        lastRule.remove();
        return ruling;
    }

    /** The engine tells which rules hit to listeners only, on the thread that asks. */
    private DmnEngine tables() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(rule -> lastRule.set(rule.getId())));
        return configuration.buildEngine();
    }

    private DmnDecision inForce(String decision) {
        var definition = definition(decision);
        return parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
    }

    private DecisionDefinition definition(String decision) {
        var definition = house.ask(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw new IllegalStateException("no decision table %s is deployed".formatted(decision));
        }
        return definition;
    }

    private DmnDecision parse(DecisionDefinition definition) {
        var model = house.ask(() -> repository.getDmnModelInstance(definition.getId()));
        return tables.parseDecision(definition.getKey(), model);
    }
}
