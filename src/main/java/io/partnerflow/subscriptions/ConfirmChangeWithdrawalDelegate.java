package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells who took a request back that nothing will change. */
@Component
class ConfirmChangeWithdrawalDelegate extends ProcessDelegate {

    private final ChangeSteps changes;

    ConfirmChangeWithdrawalDelegate(ChangeSteps changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        changes.confirmWithdrawal(step.businessKey());
    }
}
