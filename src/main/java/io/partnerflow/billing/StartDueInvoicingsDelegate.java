package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Hands one portion of begun periods to invoicing and says whether more may be due. */
@Component
class StartDueInvoicingsDelegate extends ProcessDelegate {

    private final BillingRun run;

    StartDueInvoicingsDelegate(BillingRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(InvoicingProcess.MORE_DUE, run.startDueInvoicings());
    }
}
