package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Sends everybody at the customer their login details. */
@Component
class SendLoginDetailsDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    SendLoginDetailsDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        trials.sendLoginDetails(step.businessKey());
    }
}
