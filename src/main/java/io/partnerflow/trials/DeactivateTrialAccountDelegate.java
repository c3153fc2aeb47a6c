package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends the trial and tells the process when its data go. */
@Component
class DeactivateTrialAccountDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    DeactivateTrialAccountDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        var moments = trials.deactivate(step.businessKey());
        step.set(TrialProcess.FIRST_PURGE_WARNING_AT, moments.firstLetterAt());
        step.set(TrialProcess.LAST_PURGE_WARNING_AT, moments.lastLetterAt());
        step.set(TrialProcess.PURGE_AT, moments.changeAt());
    }
}
