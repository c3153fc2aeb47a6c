package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Lets an invoice wait whose VAT is unclear. */
@Component
class HoldInvoiceDelegate extends ProcessDelegate {

    private final Invoicing invoicing;

    HoldInvoiceDelegate(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    protected void perform(Step step) {
        invoicing.hold(step.get(InvoicingProcess.CHARGE));
    }
}
