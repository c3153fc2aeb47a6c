package io.partnerflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies on the desks, what has failed and how much the house itself still has to do. */
@Component
@Transactional(readOnly = true)
public class DeskLoad {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final OnBehalfOfTheHouse house;
    private final Clock clock;

    DeskLoad(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            OnBehalfOfTheHouse house,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.house = house;
        this.clock = clock;
    }

    /** Every desk of the vendor, in the order a deal passes them, those without work included. */
    public List<Desk> desks() {
        return names().stream().map(this::desk).toList();
    }

    /** Ids of the desks, in the same order. */
    public List<String> names() {
        return VendorDesks.DESKS;
    }

    public Desk desk(String id) {
        return house.ask(() -> new Desk(id, open(id), overdue(id)));
    }

    /** How many steps have used up their tries. */
    public long failedCount() {
        return house.ask(() -> management.createJobQuery().noRetriesLeft().count());
    }

    /** Steps that have used up their tries, oldest first; at most a hundred. */
    public List<FailedStep> failedSteps() {
        return house.ask(() -> runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .asc()
                .listPage(0, 300)
                .stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .limit(100)
                .map(this::failed)
                .toList());
    }

    /**
     * Lets a failed step try once more, soon. What it did before it failed is undone or recognised by it.
     *
     * @return the business key of its process; empty if the step has not failed or is gone
     */
    @Transactional
    public Optional<String> tryAgain(String step) {
        return house.ask(() -> {
            var failed = Optional.ofNullable(
                    management.createJobQuery().jobId(step).noRetriesLeft().singleResult());
            failed.ifPresent(job -> management.setJobRetries(job.getId(), 1));
            return failed.map(job -> runtime.createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey());
        });
    }

    /** Whether the task is still open. */
    public boolean isOpen(String taskId) {
        return house.ask(() -> tasks.createTaskQuery().taskId(taskId).count() > 0);
    }

    /** Steps and timers that are due now and not done yet. */
    public long dueSteps() {
        return house.ask(() -> management
                .createJobQuery()
                .executable()
                .duedateLowerThan(Date.from(clock.instant()))
                .count());
    }

    private long open(String desk) {
        return tasks.createTaskQuery()
                .taskCandidateGroup(desk)
                .includeAssignedTasks()
                .count();
    }

    private long overdue(String desk) {
        return tasks.createTaskQuery()
                .taskCandidateGroup(desk)
                .includeAssignedTasks()
                .dueBefore(Date.from(clock.instant()))
                .count();
    }

    private FailedStep failed(Incident incident) {
        var process = Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult());
        return new FailedStep(
                incident.getConfiguration(),
                incident.getProcessInstanceId(),
                process.map(instance -> instance.getBusinessKey()).orElse(null),
                incident.getIncidentTimestamp().toInstant(),
                incident.getIncidentMessage());
    }

    /** One desk: how many of its tasks are open, and how many of those should be done already. */
    public record Desk(String id, long open, long overdue) {}

    /**
     * @param id of the step, to let it try again
     * @param processInstance the engine's id of the process, for the link into Cockpit
     * @param businessKey number of what it is about; null for the house's own runs
     * @param message what happened and what to do, in words
     */
    public record FailedStep(String id, String processInstance, String businessKey, Instant since, String message) {}
}
