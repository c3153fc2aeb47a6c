package io.partnerflow.engine;

import io.partnerflow.shared.Conflict;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gets a process going again that stands still at a failed step. Of two people who do it at once the first one wins and
 * the other is told.
 */
@Component
@Transactional
public class FailedStepRepair {

    private static final String AFTER = "transition-notify-listener-take";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final OnBehalfOfTheHouse house;
    private final ProcessModels models;
    private final JdbcClient database;

    FailedStepRepair(
            @Lazy ManagementService management,
            @Lazy RuntimeService runtime,
            OnBehalfOfTheHouse house,
            ProcessModels models,
            JdbcClient database) {
        this.management = management;
        this.runtime = runtime;
        this.house = house;
        this.models = models;
        this.database = database;
    }

    /** Whether a process may go on without the step that failed. */
    public enum Skipping {
        POSSIBLE,
        /** Its model does not say that it can be done by hand: money, legal documents, what later steps need. */
        NOT_ALLOWED,
        /** It failed together with the step before it, which would be left out too. */
        NOT_ALONE
    }

    /**
     * Lets the step try once more, soon. What it did before it failed is undone or recognised by it.
     *
     * @throws Conflict {@code failed-step-gone} if it waits no more: somebody was faster, or its case has moved on
     */
    public void retry(Failure failure) {
        if (retry(List.of(failure)).isEmpty()) {
            throw gone();
        }
    }

    /** @return those that try again; what somebody else has helped at the same moment is left out */
    public List<Failure> retry(List<Failure> failures) {
        var ours = ours(failures.stream().map(Failure::step).toList());
        first(() -> ours.forEach(step -> management.setJobRetries(step, 1)));
        return failures.stream()
                .filter(failure -> ours.contains(failure.step()))
                .toList();
    }

    /** The steps that nobody else is at, kept for ourselves until the transaction ends. */
    private Set<String> ours(List<@Nullable String> steps) {
        return database.sql("""
                        SELECT id_ FROM public.act_ru_job WHERE id_ = ANY(:steps) AND retries_ = 0
                        ORDER BY id_ FOR UPDATE SKIP LOCKED""")
                .param("steps", steps.stream().filter(Objects::nonNull).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    @Transactional(readOnly = true)
    public Skipping skipping(Failure failure) {
        if (!failure.isStep() || failure.instance() == null) {
            return Skipping.NOT_ALLOWED;
        }
        if (!models.step(failure.definition(), failure.element()).skippable()) {
            return Skipping.NOT_ALLOWED;
        }
        return stillFailed(failure).filter(job -> standsAt(job, failure)).isPresent()
                ? Skipping.POSSIBLE
                : Skipping.NOT_ALONE;
    }

    /**
     * Goes on as if the step had been done. What follows it up to the next save point is done at once.
     *
     * @throws Conflict {@code failed-step-gone} if it waits no more, {@code failed-step-not-skippable} if the process
     *     cannot go on without it, {@code failed-step-next-fails} if what follows it fails; nothing is changed then
     */
    public void skip(Failure failure) {
        var job = open(failure);
        if (skipping(failure) != Skipping.POSSIBLE) {
            throw new Conflict("failed-step-not-skippable", failure.elementName());
        }
        first(() -> goOnAfter(failure, job));
    }

    private void goOnAfter(Failure failure, Job job) {
        var execution = ((JobEntity) job).getExecutionId();
        var token = tokens(runtime.getActivityInstance(failure.instance()))
                .filter(one -> one.getExecutionId().equals(execution))
                .findFirst()
                .orElseThrow(() -> gone());
        try {
            // in this order: a token left behind keeps the scope from ending; when it is cancelled after all the
            // process is
            // taken away, and whoever has called it with it
            runtime.createProcessInstanceModification(failure.instance())
                    .cancelTransitionInstance(token.getId())
                    .startAfterActivity(failure.element())
                    .execute();
        } catch (OptimisticLockingException | OptimisticLockingFailureException faster) {
            throw faster;
        } catch (RuntimeException next) { // the engine's own, or whatever a step that follows has thrown
            throw new Conflict("failed-step-next-fails", String.valueOf(next.getMessage()));
        }
    }

    private static Stream<TransitionInstance> tokens(ActivityInstance scope) {
        return Stream.concat(
                Arrays.stream(scope.getChildTransitionInstances()),
                Arrays.stream(scope.getChildActivityInstances()).flatMap(FailedStepRepair::tokens));
    }

    /** Whether the job is about this step and nothing else: saved before it, or after the one step that leads to it. */
    private boolean standsAt(Job job, Failure failure) {
        var place = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        var after = String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw())
                .startsWith(AFTER);
        return place.getActivityId().equals(failure.element())
                ? !after
                : after && leadsOnlyTo(failure, place.getActivityId());
    }

    private boolean leadsOnlyTo(Failure failure, String before) {
        var next = models.step(failure.definition(), before).next();
        return next.equals(List.of(failure.elementName()));
    }

    private Job open(Failure failure) {
        if (ours(Collections.singletonList(failure.step())).isEmpty()) {
            throw gone();
        }
        return stillFailed(failure).orElseThrow(() -> gone());
    }

    private Optional<Job> stillFailed(Failure failure) {
        return failure.step() == null
                ? Optional.empty()
                : house.ask(() -> Optional.ofNullable(management
                        .createJobQuery()
                        .jobId(failure.step())
                        .noRetriesLeft()
                        .singleResult()));
    }

    private void first(Runnable change) {
        first(() -> {
            change.run();
            return null;
        });
    }

    private <T> T first(Supplier<T> change) {
        try {
            return house.ask(change);
        } catch (OptimisticLockingException | OptimisticLockingFailureException faster) {
            throw gone();
        }
    }

    private static Conflict gone() {
        return new Conflict("failed-step-gone");
    }
}
