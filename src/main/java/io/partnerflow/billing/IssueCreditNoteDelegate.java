package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Issues a credit note, and says whether what it takes back is to be invoiced again. */
@Component
class IssueCreditNoteDelegate extends ProcessDelegate {

    private final CreditNotes creditNotes;

    IssueCreditNoteDelegate(CreditNotes creditNotes) {
        this.creditNotes = creditNotes;
    }

    @Override
    protected void perform(Step step) {
        step.set(InvoicingProcess.INVOICE_NUMBER, creditNotes.issue(step.businessKey()));
        step.set(CreditNoteProcess.TO_INVOICE_AGAIN, creditNotes.again(step.businessKey()));
    }
}
