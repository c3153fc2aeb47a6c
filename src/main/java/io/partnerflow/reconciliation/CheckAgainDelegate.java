package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Looks for one difference again. */
@Component
class CheckAgainDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;

    CheckAgainDelegate(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void perform(Step step) {
        step.set(ReconciliationProcess.DIFFERENCE_GONE, reconciliation.checkAgain(step.businessKey()));
    }
}
