package io.partnerflow.engine;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** When a user task opens: puts its briefing into it and lets the house know that somebody has something to do. */
@Component
class TaskOpening extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskBriefing> briefings;
    private final ApplicationEventPublisher events;

    TaskOpening(ObjectProvider<TaskBriefing> briefings, ApplicationEventPublisher events) {
        this.briefings = briefings;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ParseListeners.of(engine).add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                var form = Objects.requireNonNullElse(element.attributeNS(ParseListeners.CAMUNDA, "formRef"), "");
                definition.addTaskListener(TaskListener.EVENTNAME_CREATE, task -> open(task, form));
                definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> give(task));
            }
        });
    }

    private void open(DelegateTask task, String form) {
        var businessKey = task.getExecution().getProcessBusinessKey();
        var briefing = byTask().getOrDefault(form, NOTHING_TO_SAY);
        briefing.facts(businessKey).forEach(task::setVariableLocal);
        var desks = task.getCandidates().stream().map(IdentityLink::getGroupId).toList();
        var asked = briefing.asked(businessKey).map(one -> hand(task, one, desks));
        asked.orElse(desks)
                .forEach(desk -> events.publishEvent(
                        new TaskOpened(task.getId(), task.getName(), desk, businessKey, dueOf(task))));
    }

    /** Who takes a task, or a page of ours for the person who reads it, has nothing to hear of. */
    private void give(DelegateTask task) {
        var by = currentPerson();
        if (task.getAssignee() != null && by != null && !by.equals(task.getAssignee())) {
            events.publishEvent(new TaskAssigned(
                    task.getId(),
                    task.getName(),
                    task.getAssignee(),
                    by,
                    task.getExecution().getProcessBusinessKey(),
                    dueOf(task),
                    ClockUtil.getCurrentTime().toInstant()));
        }
    }

    /** In Tasklist the engine knows who acts, on our pages the log-in; null where the house itself acts. */
    private static String currentPerson() {
        var inTasklist = Context.getCommandContext().getAuthenticatedUserId();
        var login = SecurityContextHolder.getContext().getAuthentication();
        return inTasklist != null
                        || login == null
                        || StaffPerson.of(login).groups().isEmpty()
                ? inTasklist
                : login.getName();
    }

    /**
     * The links to the desks the model names are not stored yet, so that the task itself would not find them to delete.
     *
     * @return the desks that hear of it: none where a person does, as of every task that somebody gives
     */
    private static List<String> hand(DelegateTask task, TaskBriefing.Asked asked, List<String> desks) {
        if (asked.person() != null) {
            task.setAssignee(asked.person());
            return currentPerson() == null ? desks : List.of();
        }
        if (!desks.contains(asked.desk())) {
            List.copyOf(task.getCandidates()).forEach(link -> ((IdentityLinkEntity) link).delete());
            task.addCandidateGroup(asked.desk());
        }
        return List.of(asked.desk());
    }

    private static Instant dueOf(DelegateTask task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private Map<String, TaskBriefing> byTask() {
        return briefings.stream().collect(toUnmodifiableMap(TaskBriefing::task, Function.identity()));
    }

    private static final TaskBriefing NOTHING_TO_SAY = new TaskBriefing() {
        @Override
        public String task() {
            return "";
        }

        @Override
        public Map<String, String> facts(String businessKey) {
            return Map.of();
        }
    };
}
