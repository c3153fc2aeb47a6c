package io.partnerflow.scenarios;

import io.partnerflow.engine.Simulation;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes to a day and lets time pass from there, with everything that falls due on the way, or without. */
public class TimeMachine {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private static final List<String> LEFT_ALONE = List.of("dunning-run");

    private final Simulation simulation;
    private final VendorCalendar calendar;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient database;

    TimeMachine(
            Simulation simulation,
            VendorCalendar calendar,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient database) {
        this.simulation = simulation;
        this.calendar = calendar;
        this.runtime = runtime;
        this.management = management;
        this.database = database;
    }

    /** A new story begins on that morning. What earlier ones left behind has come to its end. */
    public void begin(LocalDate day) {
        endEarlierStories();
        simulation.beginAt(morning(day));
        nightlyRunsBeginOn(day.plusDays(1));
        LEFT_ALONE.forEach(run -> wake(run, day.plusYears(100)));
    }

    /** From the next night on this run takes place, too; without it a story need not pay its invoices. */
    public void withNightly(String run) {
        wake(run, today().plusDays(1));
    }

    private void wake(String run, LocalDate day) {
        management.createJobQuery().processDefinitionKey(run).list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> move(job, day));
    }

    /** The runs of the night keep their hours. */
    private void nightlyRunsBeginOn(LocalDate day) {
        management.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null && job.getDuedate() != null)
                .forEach(job -> move(job, day));
    }

    private void move(Job run, LocalDate day) {
        var hour = hourOf(run.getDuedate());
        management.setJobDuedate(
                run.getId(), Date.from(day.atTime(hour).atZone(calendar.zone()).toInstant()));
    }

    private LocalTime hourOf(Date due) {
        return due.toInstant().atZone(calendar.zone()).toLocalTime();
    }

    private void endEarlierStories() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "the story is over", true, true));
        database.sql("""
                        UPDATE subscription SET status = 'ENDED', ended_at = activated_at, next_invoice_on = NULL
                        WHERE status = 'ACTIVE'""").update();
    }

    /** The timer that starts the billing run every night. */
    public String billingTimer() {
        return management
                .createJobQuery()
                .processDefinitionKey("billing-run")
                .activityId("startEvent_billingTime")
                .singleResult()
                .getId();
    }

    /** Time passes until that morning, with all that falls due. */
    public void until(LocalDate day) {
        simulation.moveTo(morning(day));
    }

    /** A little time passes, so that what has been set off is done. */
    public void aMoment() {
        simulation.moveTo(calendar.now().plus(Duration.ofMinutes(3)));
    }

    /** Time passes until that morning while nobody works: nothing that falls due on the way is done. */
    public void whileTheHouseStoodStill(LocalDate day) {
        simulation.beginAt(morning(day));
    }

    /** The same to the minute. */
    public void at(Instant moment) {
        simulation.beginAt(moment);
    }

    public LocalDate today() {
        return calendar.today();
    }

    private Instant morning(LocalDate day) {
        return day.atTime(OFFICE_OPENS).atZone(calendar.zone()).toInstant();
    }
}
