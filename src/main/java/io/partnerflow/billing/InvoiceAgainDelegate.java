package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Has what was credited invoiced again. */
@Component
class InvoiceAgainDelegate extends ProcessDelegate {

    private final CreditNotes creditNotes;

    InvoiceAgainDelegate(CreditNotes creditNotes) {
        this.creditNotes = creditNotes;
    }

    @Override
    protected void perform(Step step) {
        creditNotes.invoiceAgain(step.businessKey());
    }
}
