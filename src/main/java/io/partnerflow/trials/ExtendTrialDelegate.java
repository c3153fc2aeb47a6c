package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Confirms an extension and tells the process when the trial ends now. */
@Component
class ExtendTrialDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    ExtendTrialDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        var moments = trials.extended(step.businessKey());
        step.set(TrialProcess.FIRST_REMINDER_AT, moments.firstLetterAt());
        step.set(TrialProcess.LAST_REMINDER_AT, moments.lastLetterAt());
        step.set(TrialProcess.TRIAL_ENDS_AT, moments.changeAt());
    }
}
