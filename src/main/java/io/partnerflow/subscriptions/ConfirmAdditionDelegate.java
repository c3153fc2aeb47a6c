package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells who added seats that they are there. */
@Component
class ConfirmAdditionDelegate extends ProcessDelegate {

    private final ChangeSteps changes;

    ConfirmAdditionDelegate(ChangeSteps changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        changes.confirmAddition(step.businessKey());
    }
}
