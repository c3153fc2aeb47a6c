package io.partnerflow.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** A process, its model and the state of each of its elements. */
@Component
class DiagramStates {

    private static final Set<String> BUSY = Set.of("callActivity", "subProcess", "serviceTask", "businessRuleTask");

    private final RepositoryService repository;
    private final RuntimeService runtime;

    DiagramStates(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    static Collection<HistoricProcessInstance> latestOfEach(List<HistoricProcessInstance> byStart) {
        var latest = new LinkedHashMap<String, HistoricProcessInstance>();
        byStart.forEach(instance -> latest.put(instance.getProcessDefinitionKey(), instance));
        return latest.values();
    }

    ProcessDiagram of(
            HistoricProcessInstance process, List<HistoricActivityInstance> activities, Map<String, Instant> toCome) {
        var failed = failedElements(process);
        var byElement = activities.stream()
                .collect(groupingBy(HistoricActivityInstance::getActivityId, LinkedHashMap::new, toList()));
        failed.forEach(
                element -> byElement.putIfAbsent(element, List.of())); // not entered: its save point is before it
        toCome.keySet().forEach(step -> byElement.putIfAbsent(step, List.of()));
        var elements = byElement.entrySet().stream()
                .map(element -> toCome.containsKey(element.getKey())
                        ? toCome(element.getKey(), element.getValue(), toCome)
                        : state(process, element.getKey(), element.getValue(), failed))
                .toList();
        return new ProcessDiagram(
                process.getProcessDefinitionKey(),
                process.getProcessDefinitionName(),
                bpmn(process.getProcessDefinitionId()),
                elements);
    }

    private static ElementState toCome(String id, List<HistoricActivityInstance> entries, Map<String, Instant> toCome) {
        return new ElementState(id, State.RUNNING, entries.size() + 1, toCome.get(id));
    }

    private static ElementState state(
            HistoricProcessInstance process, String id, List<HistoricActivityInstance> entries, Set<String> failed) {
        var open = entries.stream().filter(entry -> entry.getEndTime() == null).toList();
        if (failed.contains(id)) {
            return new ElementState(id, State.FAILED, Math.max(1, entries.size()), lastEntry(process, entries));
        }
        if (open.isEmpty()) {
            return new ElementState(id, State.DONE, entries.size(), lastExit(entries));
        }
        var state = BUSY.contains(open.get(0).getActivityType()) ? State.RUNNING : State.WAITING;
        return new ElementState(id, state, entries.size(), lastEntry(process, open));
    }

    private static Instant lastEntry(HistoricProcessInstance process, List<HistoricActivityInstance> entries) {
        return entries.stream()
                .map(entry -> entry.getStartTime().toInstant())
                .max(Comparator.naturalOrder())
                .orElse(process.getStartTime().toInstant());
    }

    private static Instant lastExit(List<HistoricActivityInstance> entries) {
        return entries.stream()
                .map(entry -> entry.getEndTime().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Set<String> failedElements(HistoricProcessInstance process) {
        return process.getEndTime() != null
                ? Set.of()
                : runtime.createIncidentQuery().processInstanceId(process.getId()).list().stream()
                        .map(Incident::getActivityId)
                        .collect(toSet());
    }

    private String bpmn(String definition) {
        try (var model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
