package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes the users of the account equal to the trial's list. */
@Component
class AdjustTrialUsersDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    AdjustTrialUsersDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        trials.adjustUsers(step.businessKey());
    }
}
