package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Notes that money is no payer's. */
@Component
class SetPaymentAsideDelegate extends ProcessDelegate {

    private final PaymentQuestions questions;

    SetPaymentAsideDelegate(PaymentQuestions questions) {
        this.questions = questions;
    }

    @Override
    protected void perform(Step step) {
        questions.setAside(step.businessKey(), step.get(StatementImportProcess.NOTE));
    }
}
