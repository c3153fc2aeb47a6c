package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends the case of a difference that is gone. */
@Component
class CloseDifferenceDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;

    CloseDifferenceDelegate(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void perform(Step step) {
        reconciliation.close(step.businessKey());
    }
}
