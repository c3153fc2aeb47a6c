package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Puts a movement of the account on the invoices the billing desk names. */
@Component
class AssignPaymentDelegate extends ProcessDelegate {

    private final PaymentQuestions questions;

    AssignPaymentDelegate(PaymentQuestions questions) {
        this.questions = questions;
    }

    @Override
    protected void perform(Step step) {
        step.set(
                StatementImportProcess.PAYMENT_SETTLED,
                questions.assign(
                        step.businessKey(),
                        step.get(StatementImportProcess.INVOICES),
                        step.get(StatementImportProcess.NOTE)));
    }
}
