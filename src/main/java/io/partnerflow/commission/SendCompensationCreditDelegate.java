package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prints the self-billed credit and mails it. */
@Component
class SendCompensationCreditDelegate extends ProcessDelegate {

    private final CompensationMail mail;

    SendCompensationCreditDelegate(CompensationMail mail) {
        this.mail = mail;
    }

    @Override
    protected void perform(Step step) {
        mail.sendCredit(step.businessKey());
    }
}
