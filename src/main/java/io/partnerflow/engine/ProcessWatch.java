package io.partnerflow.engine;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the processes about one thing stand: what they wait for, what they have come by, and their drawings. Includes
 * the processes they have called, as far as those carry the same business key.
 */
@Component
@Transactional(readOnly = true)
public class ProcessWatch {

    private static final Set<Waiting.Kind> STEPS = EnumSet.of(Waiting.Kind.STEP, Waiting.Kind.RETRY);

    private final HistoryService history;
    private final OpenWaits waits;
    private final DiagramStates diagrams;
    private final OnBehalfOfTheHouse house;

    ProcessWatch(HistoryService history, OpenWaits waits, DiagramStates diagrams, OnBehalfOfTheHouse house) {
        this.history = history;
        this.waits = waits;
        this.diagrams = diagrams;
        this.house = house;
    }

    /** Everything that is waited for now, longest waiting first; empty where nothing about the key runs. */
    public List<Waiting> waitingFor(String businessKey) {
        return house.ask(() -> instances(businessKey).stream()
                .filter(instance -> instance.getEndTime() == null)
                .flatMap(instance -> waits.of(instance).stream())
                .sorted(comparing(Waiting::since))
                .toList());
    }

    /** Every element the processes have come by, in the order they were entered. */
    public List<Passed> history(String businessKey) {
        return house.ask(() -> instances(businessKey).stream()
                .flatMap(instance -> activities(instance).stream().map(activity -> passed(instance, activity)))
                .sorted(comparing(Passed::started))
                .toList());
    }

    /**
     * The drawings of the processes, the one that was started first, then those it has called in the order they began.
     * Where a process ran more than once, such as the yearly invoicing, its latest run.
     */
    public List<ProcessDiagram> diagrams(String businessKey) {
        return house.ask(() -> DiagramStates.latestOfEach(instances(businessKey)).stream()
                .map(instance -> diagrams.of(instance, activities(instance), stepsToCome(instance)))
                .toList());
    }

    /** Steps that are jobs of their own and have not begun, or have failed and are tried again, and since when. */
    private Map<String, Instant> stepsToCome(HistoricProcessInstance instance) {
        return instance.getEndTime() != null
                ? Map.of()
                : waits.of(instance).stream()
                        .filter(wait -> STEPS.contains(wait.kind()))
                        .collect(toMap(Waiting::element, Waiting::since, (first, second) -> second));
    }

    private List<HistoricProcessInstance> instances(String businessKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .list();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    private static Passed passed(HistoricProcessInstance instance, HistoricActivityInstance activity) {
        return new Passed(
                instance.getProcessDefinitionKey(),
                activity.getActivityId(),
                activity.getActivityName() == null ? activity.getActivityId() : activity.getActivityName(),
                activity.getActivityType(),
                activity.getStartTime().toInstant(),
                activity.getEndTime() == null ? null : activity.getEndTime().toInstant(),
                activity.isCanceled());
    }
}
