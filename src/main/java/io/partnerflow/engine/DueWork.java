package io.partnerflow.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs the engine's jobs in the order they fall due, moving the clock from one to the next. */
@Component
class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final BusinessClock clock;
    private final ObjectProvider<NightlyRun> nightlyRuns;
    private volatile boolean playing;

    DueWork(
            @Lazy ManagementService management,
            @Lazy ProcessEngineConfigurationImpl engine,
            BusinessClock clock,
            ObjectProvider<NightlyRun> nightlyRuns) {
        this.management = management;
        this.engine = engine;
        this.clock = clock;
        this.nightlyRuns = nightlyRuns;
    }

    void runUntil(Instant target) {
        withoutJobExecutor(() -> {
            for (var next = nextDue(target); next.isPresent(); next = nextDue(target)) {
                if (!isPutOff(next.get(), target)) {
                    run(next.get());
                }
            }
        });
    }

    /** Has timers that start processes reckon from what the clock shows now; needed where it was set back. */
    void restartTimers() {
        management.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null && job.getProcessDefinitionId() != null)
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }

    /** Nothing happens by itself while the story is played, and nobody is told of what is over when it ends. */
    void play(Runnable story) {
        playing = true;
        try {
            withoutJobExecutor(story);
        } finally {
            playing = false;
        }
    }

    /** Two who run the same jobs would only get into each other's way. */
    void withoutJobExecutor(Runnable work) {
        var executor = engine.getJobExecutor();
        var wasActive = executor != null && executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            work.run();
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    private void run(Job job) {
        var due = job.getDuedate() == null ? clock.instant() : job.getDuedate().toInstant();
        if (due.isAfter(clock.instant())) {
            clock.set(due);
        }
        try {
            if (isQuietNight(job)) {
                management.recalculateJobDuedate(job.getId(), false);
            } else {
                management.executeJob(job.getId());
            }
        } catch (RuntimeException failure) {
            LOG.info("{} failed at {}: {}", job.getProcessDefinitionKey(), due, failure.getMessage());
        }
    }

    /** A run that only tells how things stand waits for the hour in which the clock stops. */
    private boolean isPutOff(Job job, Instant target) {
        if (job.getDuedate() == null || !isRun(job, NightlyRun::tellsOfNow)) {
            return false;
        }
        var due = job.getDuedate().toInstant();
        var hours = ChronoUnit.HOURS.between(due, target);
        if (hours > 0) {
            management.setJobDuedate(job.getId(), Date.from(due.plus(hours, ChronoUnit.HOURS)));
        }
        return hours > 0;
    }

    private boolean isQuietNight(Job job) {
        return isRun(job, run -> !run.hasWork() || playing && run.tellsOfNow());
    }

    private boolean isRun(Job job, Predicate<NightlyRun> kind) {
        return job.getProcessInstanceId() == null
                && nightlyRuns.stream()
                        .filter(run -> run.process().equals(job.getProcessDefinitionKey()))
                        .anyMatch(kind);
    }

    /** The engine's own house-keeping has no process and is left to real nights. */
    private Optional<Job> nextDue(Instant target) {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(target.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 10)
                .stream()
                .filter(job -> job.getProcessDefinitionId() != null)
                .findFirst();
    }
}
