package io.partnerflow.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.springframework.stereotype.Component;

/** The open tasks, messages, timers and steps of one running process. */
@Component
class OpenWaits {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final RepositoryService repository;

    OpenWaits(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            HistoryService history,
            RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.repository = repository;
    }

    List<Waiting> of(HistoricProcessInstance process) {
        var waits = new ArrayList<Waiting>();
        openTasks(process).forEach(waits::add);
        awaitedMessages(process).forEach(waits::add);
        openJobs(process).forEach(waits::add);
        incidents(process).forEach(waits::add);
        return waits;
    }

    private Stream<Waiting> openTasks(HistoricProcessInstance process) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).list().stream()
                .map(task -> wait(
                        process,
                        task.getTaskDefinitionKey(),
                        Waiting.Kind.TASK,
                        task.getCreateTime(),
                        task.getDueDate(),
                        desk(task),
                        null));
    }

    /** Messages a process waits for; not those that may interrupt it at any time, such as a cancellation. */
    private Stream<Waiting> awaitedMessages(HistoricProcessInstance process) {
        return runtime
                .createEventSubscriptionQuery()
                .processInstanceId(process.getId())
                .eventType("message")
                .list()
                .stream()
                .filter(subscription -> isWaitedFor(process, subscription))
                .map(subscription -> wait(
                        process,
                        subscription.getActivityId(),
                        Waiting.Kind.MESSAGE,
                        enteredAt(process, subscription),
                        null,
                        null,
                        subscription.getEventName()));
    }

    /** Steps that are due or tried again, and timers. A job without tries left is an incident. */
    private Stream<Waiting> openJobs(HistoricProcessInstance process) {
        return management.createJobQuery().processInstanceId(process.getId()).withRetriesLeft().list().stream()
                .map(job -> wait(
                        process,
                        elementOf(job),
                        kindOf(job),
                        job.getCreateTime(),
                        job.getDuedate(),
                        null,
                        job.getExceptionMessage()));
    }

    private Stream<Waiting> incidents(HistoricProcessInstance process) {
        return runtime.createIncidentQuery().processInstanceId(process.getId()).list().stream()
                .filter(OpenWaits::beganHere)
                .map(incident -> wait(
                        process,
                        incident.getActivityId(),
                        Waiting.Kind.INCIDENT,
                        incident.getIncidentTimestamp(),
                        null,
                        null,
                        incident.getIncidentMessage()));
    }

    /** A process that has called a failed one has an incident too, which repeats the one below. */
    private static boolean beganHere(Incident incident) {
        return incident.getId().equals(incident.getRootCauseIncidentId());
    }

    private Waiting wait(
            HistoricProcessInstance process,
            String element,
            Waiting.Kind kind,
            Date since,
            Date due,
            String desk,
            String message) {
        return new Waiting(
                process.getProcessDefinitionKey(),
                element,
                nameOf(process, element),
                kind,
                since == null ? process.getStartTime().toInstant() : since.toInstant(),
                due == null ? null : due.toInstant(),
                desk,
                message);
    }

    private String desk(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
    }

    private boolean isWaitedFor(HistoricProcessInstance process, EventSubscription subscription) {
        var element = element(process, subscription.getActivityId());
        return element instanceof ReceiveTask || element instanceof IntermediateCatchEvent;
    }

    private Date enteredAt(HistoricProcessInstance process, EventSubscription subscription) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .activityId(subscription.getActivityId())
                .unfinished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getStartTime)
                .findFirst()
                .orElse(subscription.getCreated());
    }

    private String elementOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private static Waiting.Kind kindOf(Job job) {
        if (job instanceof TimerEntity) {
            return Waiting.Kind.TIMER;
        }
        return job.getExceptionMessage() == null ? Waiting.Kind.STEP : Waiting.Kind.RETRY;
    }

    private String nameOf(HistoricProcessInstance process, String id) {
        var element = element(process, id);
        return element == null || element.getName() == null ? id : element.getName();
    }

    private FlowElement element(HistoricProcessInstance process, String id) {
        return repository.getBpmnModelInstance(process.getProcessDefinitionId()).getModelElementById(id)
                        instanceof FlowElement element
                ? element
                : null;
    }
}
