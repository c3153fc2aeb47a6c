package io.partnerflow.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes known what the rule tasks of processes decide, as {@link Decisions} does for what modules ask. */
@Component
class RuleTaskDecisions extends AbstractProcessEnginePlugin {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final ApplicationEventPublisher events;

    RuleTaskDecisions(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration()
                .getCustomPostDecisionTableEvaluationListeners()
                .add(this::decided);
    }

    private void decided(DmnDecisionTableEvaluationEvent event) {
        var process = Context.getBpmnExecutionContext();
        if (process != null && event.getDecisionTable() instanceof DecisionDefinition definition) {
            var execution = process.getExecution();
            var rules = event.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .toList();
            events.publishEvent(new DecisionMade(
                    definition.getKey(),
                    definition.getVersion(),
                    Decisions.About.of(Objects.requireNonNullElse(
                            execution.getProcessBusinessKey(), execution.getProcessInstanceId())),
                    inputs(event.getDecisionTable(), execution),
                    AskedTables.places(event.getDecisionTable(), rules),
                    outputs(event)));
        }
    }

    /** Whatever the columns name; a table cannot have asked for more. */
    private static Map<String, Object> inputs(DmnDecision table, ExecutionEntity execution) {
        var inputs = new HashMap<String, Object>();
        for (var column : ((DmnDecisionTableImpl) table.getDecisionLogic()).getInputs()) {
            var names = NAME.matcher(column.getExpression().getExpression());
            while (names.find()) {
                if (execution.hasVariable(names.group())) {
                    inputs.put(names.group(), execution.getVariable(names.group()));
                }
            }
        }
        return inputs;
    }

    private static Map<String, Object> outputs(DmnDecisionTableEvaluationEvent event) {
        var outputs = new LinkedHashMap<String, Object>();
        event.getMatchingRules()
                .forEach(rule -> rule.getOutputEntries()
                        .values()
                        .forEach(output -> outputs.put(
                                output.getOutputName(), output.getValue().getValue())));
        return outputs;
    }
}
