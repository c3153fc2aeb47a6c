package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Pays the reseller's own overdue invoices from what it has earned. */
@Component
class SetOffOverdueInvoicesDelegate extends ProcessDelegate {

    private final Compensating compensating;

    SetOffOverdueInvoicesDelegate(Compensating compensating) {
        this.compensating = compensating;
    }

    @Override
    protected void perform(Step step) {
        compensating.setOff(step.businessKey());
    }
}
