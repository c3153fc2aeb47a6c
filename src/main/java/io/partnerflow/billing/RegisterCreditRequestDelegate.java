package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Stores what a clerk wants credited, whose number is the case's from now on. */
@Component
class RegisterCreditRequestDelegate extends ProcessDelegate {

    private final CreditNotes creditNotes;
    private final CreditForm form;

    RegisterCreditRequestDelegate(CreditNotes creditNotes, CreditForm form) {
        this.creditNotes = creditNotes;
        this.form = form;
    }

    @Override
    protected void perform(Step step) {
        var answers = new CreditForm.Answers(
                step.get(CreditNoteProcess.INVOICE),
                step.get(CreditNoteProcess.EXTENT),
                step.get(CreditNoteProcess.SHARE),
                step.get(CreditNoteProcess.LINES),
                step.get(CreditNoteProcess.REASON),
                step.get(CreditNoteProcess.AGAIN));
        var number = creditNotes.register(form.read(answers), step.person());
        step.isAbout(number);
        step.set(CreditNoteProcess.APPROVAL_NEEDED, creditNotes.needsApproval(number));
    }
}
