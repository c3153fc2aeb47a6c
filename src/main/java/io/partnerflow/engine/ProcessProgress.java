package io.partnerflow.engine;

import io.partnerflow.engine.Progress.Element;
import io.partnerflow.engine.Progress.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells how far the process about an aggregate has come, while it runs and afterwards until its history ends. */
@Component
public class ProcessProgress {

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateMessageCatch");

    private final ProcessEngine engine;

    ProcessProgress(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * @param process id of the model, such as {@code order}; called processes have ids of their own
     * @param businessKey number of the aggregate
     * @return the latest process of this model about the aggregate; empty if there was none or it is forgotten
     */
    public Optional<Progress> of(String process, String businessKey) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .max(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .map(this::progress);
    }

    private Progress progress(HistoricProcessInstance instance) {
        var elements = new LinkedHashMap<String, Element>();
        been(instance.getId()).forEach(activity -> add(elements, been(activity)));
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(job -> stepOf(job).ifPresent(step -> add(elements, due(step, job))));
        engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(incident -> add(elements, failed(incident)));
        return new Progress(
                instance.getProcessDefinitionKey(),
                model(instance.getProcessDefinitionId()),
                List.copyOf(elements.values()));
    }

    private List<HistoricActivityInstance> been(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    /** What came last says where an element stands. */
    private static void add(Map<String, Element> elements, Element latest) {
        elements.merge(
                latest.id(),
                latest,
                (earlier, later) -> new Element(
                        later.id(), later.state(), earlier.count() + later.count(), later.since(), later.problem()));
    }

    private static Element been(HistoricActivityInstance activity) {
        var state = activity.getEndTime() != null
                ? State.DONE
                : WAITING.contains(activity.getActivityType()) ? State.WAITING : State.RUNNING;
        var since = activity.getStartTime().toInstant();
        return new Element(activity.getActivityId(), state, 1, since, null);
    }

    private static Element due(String step, Job job) {
        return new Element(step, State.RUNNING, 0, job.getCreateTime().toInstant(), null);
    }

    private static Element failed(Incident incident) {
        var since = Instant.ofEpochMilli(incident.getIncidentTimestamp().getTime());
        return new Element(incident.getActivityId(), State.FAILED, 0, since, incident.getIncidentMessage());
    }

    /** A timer that is not due yet is nothing the process is at; a step that is its own job is. */
    private Optional<String> stepOf(Job job) {
        return engine
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .list()
                .stream()
                .filter(definition -> "async-continuation".equals(definition.getJobType()))
                .map(definition -> definition.getActivityId())
                .findFirst();
    }

    private String model(String definition) {
        try (var model = engine.getRepositoryService().getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
