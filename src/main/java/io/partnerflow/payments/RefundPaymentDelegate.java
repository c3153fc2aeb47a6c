package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Notes that money is sent back. */
@Component
class RefundPaymentDelegate extends ProcessDelegate {

    private final PaymentQuestions questions;

    RefundPaymentDelegate(PaymentQuestions questions) {
        this.questions = questions;
    }

    @Override
    protected void perform(Step step) {
        questions.refund(step.businessKey(), step.get(StatementImportProcess.NOTE));
    }
}
