package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells that the trial ends soon. */
@Component
class RemindOfTrialEndDelegate extends ProcessDelegate {

    private final TrialLifecycle trials;

    RemindOfTrialEndDelegate(TrialLifecycle trials) {
        this.trials = trials;
    }

    @Override
    protected void perform(Step step) {
        trials.remindOfEnd(step.businessKey());
    }
}
