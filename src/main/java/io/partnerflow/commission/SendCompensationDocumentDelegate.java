package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prints the self-billed document and mails it. */
@Component
class SendCompensationDocumentDelegate extends ProcessDelegate {

    private final CompensationMail mail;

    SendCompensationDocumentDelegate(CompensationMail mail) {
        this.mail = mail;
    }

    @Override
    protected void perform(Step step) {
        mail.sendBill(step.businessKey());
    }
}
