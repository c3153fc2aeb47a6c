package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Compares all contracts with their invoices. */
@Component
class FindDifferencesDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;

    FindDifferencesDelegate(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    protected void perform(Step step) {
        reconciliation.find();
    }
}
