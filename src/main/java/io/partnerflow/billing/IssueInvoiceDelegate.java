package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Issues the invoice of a charge. */
@Component
class IssueInvoiceDelegate extends ProcessDelegate {

    private final Invoicing invoicing;

    IssueInvoiceDelegate(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    protected void perform(Step step) {
        var number = invoicing.invoice(step.get(InvoicingProcess.CHARGE));
        step.set(InvoicingProcess.INVOICE_NUMBER, number);
    }
}
