package io.partnerflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a decision table in {@code processes/} outside a process. */
@Component
public class Decisions {

    private final DecisionService decisions;

    Decisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * @param decision id of the decision, which is also its file's name
     * @param inputs by the names the table's expressions use
     * @return the outputs of the one rule that hit, by name
     * @throws IllegalStateException if no rule hits
     */
    public Map<String, Object> decide(String decision, Map<String, Object> inputs) {
        var result = decisions
                .evaluateDecisionTableByKey(decision)
                .variables(inputs)
                .evaluate()
                .getSingleResult();
        if (result == null) {
            throw new IllegalStateException("no rule of decision table %s covers %s".formatted(decision, inputs));
        }
        return result.getEntryMap();
    }
}
