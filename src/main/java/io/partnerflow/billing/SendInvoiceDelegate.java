package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prints an issued invoice and mails it. */
@Component
class SendInvoiceDelegate extends ProcessDelegate {

    private final InvoiceMail mail;

    SendInvoiceDelegate(InvoiceMail mail) {
        this.mail = mail;
    }

    @Override
    protected void perform(Step step) {
        mail.send(step.get(InvoicingProcess.INVOICE_NUMBER));
    }
}
