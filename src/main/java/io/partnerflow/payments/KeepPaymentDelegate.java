package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps money for its payer. */
@Component
class KeepPaymentDelegate extends ProcessDelegate {

    private final PaymentQuestions questions;

    KeepPaymentDelegate(PaymentQuestions questions) {
        this.questions = questions;
    }

    @Override
    protected void perform(Step step) {
        step.set(
                StatementImportProcess.PAYMENT_SETTLED,
                questions.keep(
                        step.businessKey(),
                        step.get(StatementImportProcess.INVOICES),
                        step.get(StatementImportProcess.NOTE)));
    }
}
