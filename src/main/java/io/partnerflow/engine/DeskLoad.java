package io.partnerflow.engine;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies on the desks, what has failed and how much the house itself still has to do. */
@Component
@Transactional(readOnly = true)
public class DeskLoad {

    private final TaskService tasks;
    private final ManagementService management;
    private final OnBehalfOfTheHouse house;
    private final Clock clock;

    DeskLoad(TaskService tasks, ManagementService management, OnBehalfOfTheHouse house, Clock clock) {
        this.tasks = tasks;
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

    /** One desk: how many of its tasks are open, and how many of those should be done already. */
    public record Desk(String id, long open, long overdue) {}
}
