package io.partnerflow.engine;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
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

    private final HistoryService history;
    private final OpenWaits waits;
    private final ProcessRows rows;
    private final ProcessModels models;
    private final OnBehalfOfTheHouse house;

    ProcessWatch(
            HistoryService history, OpenWaits waits, ProcessRows rows, ProcessModels models, OnBehalfOfTheHouse house) {
        this.history = history;
        this.waits = waits;
        this.rows = rows;
        this.models = models;
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
     * Where the processes stand, the one that was started first, then the others in the order they began. Where a
     * process ran more than once, such as the yearly invoicing, its latest run. A fixed number of statements.
     */
    public List<ProcessDiagram> diagrams(String businessKey) {
        var all = rows.about(businessKey);
        var latest = new LinkedHashMap<String, ProcessRows.Instance>();
        all.forEach(instance -> latest.put(instance.process(), instance));
        var shown = latest.values().stream().map(ProcessRows.Instance::id).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        var entries = rows.entries(shown).stream().collect(groupingBy(ProcessRows.Entry::instance));
        var tasks = rows.tasks(shown).stream().collect(groupingBy(ProcessRows.OpenTask::instance));
        var jobs = rows.jobs(shown).stream().collect(groupingBy(ProcessRows.OpenJob::instance));
        var failures = rows.failures(shown).stream().collect(groupingBy(ProcessRows.Failure::instance));
        return latest.values().stream()
                .map(one -> new DiagramStates(
                                one,
                                models.facts(one.definition()),
                                entries.getOrDefault(one.id(), List.of()),
                                tasks.getOrDefault(one.id(), List.of()),
                                jobs.getOrDefault(one.id(), List.of()),
                                failures.getOrDefault(one.id(), List.of()))
                        .diagram())
                .toList();
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
