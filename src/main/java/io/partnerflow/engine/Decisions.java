package io.partnerflow.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
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

    private final DmnEngine tables =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
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

    private DmnDecision inForce(String decision) {
        var definition = house.ask(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw new IllegalStateException("no decision table %s is deployed".formatted(decision));
        }
        return parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
    }

    private DmnDecision parse(DecisionDefinition definition) {
        var model = house.ask(() -> repository.getDmnModelInstance(definition.getId()));
        return tables.parseDecision(definition.getKey(), model);
    }
}
