package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Invoices the properties of a trial that went back to the reseller. */
@Component
class InvoiceReturnedDataDelegate extends ProcessDelegate {

    private final ReturnedDataInvoicing invoicing;

    InvoiceReturnedDataDelegate(ReturnedDataInvoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    protected void perform(Step step) {
        invoicing.invoice(step.businessKey());
    }
}
