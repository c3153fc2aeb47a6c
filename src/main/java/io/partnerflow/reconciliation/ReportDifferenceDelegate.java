package io.partnerflow.reconciliation;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes a difference an incident. */
@Component
class ReportDifferenceDelegate extends ProcessDelegate {

    private final Reconciliation reconciliation;
    private final DifferenceWords words;

    ReportDifferenceDelegate(Reconciliation reconciliation, DifferenceWords words) {
        this.reconciliation = reconciliation;
        this.words = words;
    }

    @Override
    protected void perform(Step step) {
        step.report("difference", words.difference(reconciliation.get(step.businessKey())));
    }
}
