package io.partnerflow.billing;

import io.partnerflow.engine.StartCheck;
import io.partnerflow.shared.Invalid;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the clerk who fills in the form of a credit note what cannot be done, before anything begins. */
@Component
class CreditStartCheck implements StartCheck {

    private final CreditNotes creditNotes;
    private final CreditForm form;

    CreditStartCheck(CreditNotes creditNotes, CreditForm form) {
        this.creditNotes = creditNotes;
        this.form = form;
    }

    @Override
    public String form() {
        return "credit-note.credit-invoice";
    }

    @Override
    public void check(Map<String, Object> answers) throws Invalid {
        creditNotes.check(form.read(new CreditForm.Answers(
                text(answers, CreditNoteProcess.INVOICE.name()),
                text(answers, CreditNoteProcess.EXTENT.name()),
                text(answers, CreditNoteProcess.SHARE.name()),
                text(answers, CreditNoteProcess.LINES.name()),
                text(answers, CreditNoteProcess.REASON.name()),
                text(answers, CreditNoteProcess.AGAIN.name()))));
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }
}
