package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins and ends one portion of cases and says whether there may be more. */
@Component
class OpenDifferencesDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;

    OpenDifferencesDelegate(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void perform(Step step) {
        step.set(ReconciliationProcess.MORE_DIFFERENCES, reconciliation.openNext());
    }
}
