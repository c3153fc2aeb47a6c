package io.partnerflow.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.partnerflow.intake.FormCheck;
import io.partnerflow.intake.FormComponent;
import io.partnerflow.intake.FormDefinition;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Checks a task's form when the task is completed, whoever completes it and by whatever way. The engine itself never
 * reads the form: without this a required decision can be missing and a process goes on without an answer. From a
 * submitted form only the fields it asks are taken. A module that listens may refuse it; the person reads why.
 */
@Component
class TaskCompletion extends AbstractProcessEnginePlugin {

    private final DeployedForms forms;
    private final FormCheck check;
    private final ObjectProvider<TaskCheck> modules;
    private final MessageSource texts;
    private final Locale staff;
    private final ApplicationEventPublisher events;

    TaskCompletion(
            DeployedForms forms,
            FormCheck check,
            ObjectProvider<TaskCheck> modules,
            MessageSource texts,
            ApplicationEventPublisher events,
            VendorLanguage staff) {
        this.forms = forms;
        this.check = check;
        this.modules = modules;
        this.texts = texts;
        this.events = events;
        this.staff = staff.locale();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ParseListeners.of(engine).add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                var form = element.attributeNS(ParseListeners.CAMUNDA, "formRef");
                if (form != null) {
                    definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> complete(task, form, activity));
                    definition.setTaskFormHandler(
                            new AskedOnly(definition.getTaskFormHandler(), key -> asks(form, activity, key)));
                }
            }
        });
    }

    private boolean asks(String form, ActivityImpl activity, String key) {
        return forms.of(activity, form)
                .flatMap(found -> found.field(key))
                .filter(FormComponent::asks)
                .isPresent();
    }

    private void complete(DelegateTask task, String name, ActivityImpl activity) {
        var form = forms.of(activity, name)
                .orElseThrow(() ->
                        new IllegalStateException("form " + name + " of task " + task.getName() + " is not there"));
        var answers = task.getVariables();
        refuse(check.checkTask(form, answers).errors());
        var about = task.getExecution().getProcessBusinessKey();
        try {
            modules.stream()
                    .filter(module -> module.task().equals(name))
                    .forEach(module -> module.check(about, answers, by(task)));
            events.publishEvent(
                    new TaskCompleted(name, about, by(task), task.getName(), desksOf(task), answers(form, task)));
        } catch (Invalid invalid) {
            refuse(invalid.fields());
        } catch (Conflict conflict) {
            throw new BadUserRequestException(texts.getMessage(
                    "conflict." + conflict.code(), conflict.args().toArray(), staff));
        } catch (Forbidden forbidden) {
            throw new BadUserRequestException(texts.getMessage("forbidden." + forbidden.reason(), null, staff));
        }
    }

    /** Whoever is logged in; on a page of ours the house acts, and the task is the person's. */
    private static String by(DelegateTask task) {
        var person = Context.getCommandContext().getAuthenticatedUserId();
        return person == null ? task.getAssignee() : person;
    }

    private static Map<String, Object> answers(FormDefinition form, DelegateTask task) {
        var answers = new HashMap<String, Object>();
        form.fields()
                .filter(FormComponent::asks)
                .map(FormComponent::key)
                .filter(task::hasVariable)
                .forEach(key -> answers.put(key, task.getVariable(key)));
        return answers;
    }

    private static Set<String> desksOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
    }

    private void refuse(List<Invalid.Field> problems) {
        if (!problems.isEmpty()) {
            throw new BadUserRequestException(
                    problems.stream().map(this::inWords).collect(joining(" ")));
        }
    }

    private String inWords(Invalid.Field field) {
        return texts.getMessage(field.text(), field.args().toArray(), staff);
    }
}
