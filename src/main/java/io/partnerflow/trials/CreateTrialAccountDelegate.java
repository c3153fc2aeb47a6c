package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes the account and tells the process when the trial ends. */
@Component
class CreateTrialAccountDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    CreateTrialAccountDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        var moments = trials.createAccount(step.businessKey());
        step.set(TrialProcess.FIRST_REMINDER_AT, moments.firstLetterAt());
        step.set(TrialProcess.LAST_REMINDER_AT, moments.lastLetterAt());
        step.set(TrialProcess.TRIAL_ENDS_AT, moments.changeAt());
    }
}
