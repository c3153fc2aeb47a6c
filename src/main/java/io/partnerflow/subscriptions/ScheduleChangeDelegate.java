package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Puts a change into the contract, for the day it becomes effective. */
@Component
class ScheduleChangeDelegate extends ProcessDelegate {

    private final ChangeSteps changes;

    ScheduleChangeDelegate(ChangeSteps changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        changes.schedule(step.businessKey());
    }
}
