package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Draws the agreement up, sends it, and tells the process how long to wait. */
@Component
class SendAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    SendAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        var sent = agreements.send(step.businessKey());
        step.set(SignedAgreementProcess.AGREEMENT_REMINDER_AT, sent.reminderAt());
        step.set(SignedAgreementProcess.AGREEMENT_DEADLINE, sent.deadline());
    }
}
