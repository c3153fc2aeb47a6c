package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells that the data will be deleted soon. */
@Component
class WarnOfPurgeDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    WarnOfPurgeDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        trials.warnOfPurge(step.businessKey());
    }
}
