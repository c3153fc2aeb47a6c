package io.partnerflow.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Takes from a submitted form what it asks, and nothing else. Without this a form could be sent back with facts changed,
 * or with values for gateways that are no business of the person who does the task.
 */
class AskedOnly implements TaskFormHandler {

    private final TaskFormHandler engines;
    private final Predicate<String> asked;

    AskedOnly(TaskFormHandler engines, Predicate<String> asked) {
        this.engines = engines;
        this.asked = asked;
    }

    @Override
    public void submitFormVariables(VariableMap sent, VariableScope scope) {
        var taken = Variables.createVariables();
        sent.keySet().stream().filter(asked).forEach(key -> taken.putValueTyped(key, sent.getValueTyped(key)));
        engines.submitFormVariables(taken, scope);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return engines.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        engines.parseConfiguration(activity, deployment, process, parse);
    }
}
