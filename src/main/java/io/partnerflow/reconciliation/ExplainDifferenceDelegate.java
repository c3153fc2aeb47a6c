package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps why a difference is right as it is. */
@Component
class ExplainDifferenceDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;

    ExplainDifferenceDelegate(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void perform(Step step) {
        reconciliation.explain(step.businessKey(), step.get(ReconciliationProcess.NOTE));
    }
}
