package io.partnerflow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks a decision table outside a process. What is decided for a case is published as {@link DecisionMade}, so that it can
 * be accounted for; what is only shown, such as an estimate, leaves no trace.
 */
@Component
public class Decisions {

    private final AskedTables tables = new AskedTables();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final OnBehalfOfTheHouse house;
    private final ApplicationEventPublisher events;

    Decisions(@Lazy RepositoryService repository, OnBehalfOfTheHouse house, ApplicationEventPublisher events) {
        this.repository = repository;
        this.house = house;
        this.events = events;
    }

    /**
     * What a decision is made for.
     *
     * @param number of the case, as people know it
     * @param part which of its parts, such as a product or a serial number; null if it is about the whole
     */
    public record About(String number, @Nullable String part) {

        public static About of(String number) {
            return new About(number, null);
        }
    }

    /**
     * Decides for a case, by the version that is in force now.
     *
     * @param decision id of the decision, which is also its file's name
     * @param inputs by the names the table's expressions use
     * @return the outputs of the one rule that hit, by name
     * @throws IllegalStateException if there is no such table, or no rule hits
     */
    public Map<String, Object> decide(String decision, About about, Map<String, Object> inputs) {
        return rule(decision, about, inputs).outputs();
    }

    /** The same as {@link #decide}, where nothing is decided yet: for estimates and previews. */
    public Map<String, Object> consider(String decision, Map<String, Object> inputs) {
        return answer(latest(decision), inputs).outputs();
    }

    /**
     * An answer with what it rests on, for whoever has to account for it.
     *
     * @param version of the table that was asked
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
    public Ruling rule(String decision, About about, Map<String, Object> inputs) {
        return made(latest(decision), about, inputs);
    }

    /**
     * The same by the version that was in force when the case began, so that a changed table is for new cases only. A case
     * older than the first version gets the first.
     *
     * @param begun when the case began
     */
    public Ruling ruleSince(String decision, Instant begun, About about, Map<String, Object> inputs) {
        return made(inForceAt(decision, begun), about, inputs);
    }

    private Ruling made(DecisionDefinition definition, About about, Map<String, Object> inputs) {
        var answer = answer(definition, inputs);
        events.publishEvent(new DecisionMade(
                definition.getKey(), definition.getVersion(), about, inputs, answer.rules(), answer.outputs()));
        return new Ruling(definition.getVersion(), answer.rule(), answer.outputs());
    }

    private AskedTables.Answer answer(DecisionDefinition definition, Map<String, Object> inputs) {
        return tables.ask(parsed.computeIfAbsent(definition.getId(), id -> parse(definition)), inputs);
    }

    private DecisionDefinition latest(String decision) {
        var definition = house.ask(() -> of(decision).latestVersion().singleResult());
        if (definition == null) {
            throw new IllegalStateException("no decision table %s is deployed".formatted(decision));
        }
        return definition;
    }

    private DecisionDefinition inForceAt(String decision, Instant moment) {
        var later = house.ask(() -> of(decision)
                .deployedAfter(Date.from(moment))
                .orderByDecisionDefinitionVersion()
                .asc()
                .list());
        if (later.isEmpty()) {
            return latest(decision);
        }
        var first = later.get(0);
        return house
                .ask(() ->
                        of(decision).orderByDecisionDefinitionVersion().desc().list())
                .stream()
                .filter(known -> known.getVersion() < first.getVersion())
                .findFirst()
                .orElse(first);
    }

    private DecisionDefinitionQuery of(String decision) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision);
    }

    private DmnDecision parse(DecisionDefinition definition) {
        var model = house.ask(() -> repository.getDmnModelInstance(definition.getId()));
        return tables.parse(definition.getKey(), model);
    }
}
