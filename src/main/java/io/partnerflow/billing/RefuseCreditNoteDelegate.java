package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Notes that a second person has not approved a credit note. */
@Component
class RefuseCreditNoteDelegate extends ProcessDelegate {

    private final CreditApproval approval;

    RefuseCreditNoteDelegate(CreditApproval approval) {
        this.approval = approval;
    }

    @Override
    protected void perform(Step step) {
        approval.refuse(step.businessKey(), step.get(CreditNoteProcess.REFUSAL));
    }
}
