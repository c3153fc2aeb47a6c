package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Deletes the account with everything in it. */
@Component
class PurgeTrialDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    PurgeTrialDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        trials.purge(step.businessKey());
    }
}
