package io.partnerflow.engine;

import io.partnerflow.shared.Conflict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.context.annotation.Lazy;
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

    FailedStepRepair(
            @Lazy ManagementService management,
            @Lazy RuntimeService runtime,
            OnBehalfOfTheHouse house,
            ProcessModels models) {
        this.management = management;
        this.runtime = runtime;
        this.house = house;
        this.models = models;
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
        first(() -> management.setJobRetries(open(failure).getId(), 1));
    }

    /** @return how many try again; those that somebody else has helped at the same moment are left out */
    public int retry(List<Failure> failures) {
        var steps = failures.stream()
                .filter(Failure::isStep)
                .flatMap(failure -> stillFailed(failure).stream())
                .map(Job::getId)
                .toList();
        first(() -> steps.forEach(step -> management.setJobRetries(step, 1)));
        return steps.size();
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
            runtime.createProcessInstanceModification(failure.instance())
                    .startAfterActivity(failure.element(), token.getParentActivityInstanceId())
                    .cancelTransitionInstance(token.getId())
                    .execute();
        } catch (OptimisticLockingException faster) {
            throw faster;
        } catch (ProcessEngineException next) {
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
        } catch (OptimisticLockingException faster) {
            throw gone();
        }
    }

    private static Conflict gone() {
        return new Conflict("failed-step-gone");
    }
}
