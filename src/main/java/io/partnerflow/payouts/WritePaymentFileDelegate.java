package io.partnerflow.payouts;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Writes the file for the bank. */
@Component
class WritePaymentFileDelegate extends ProcessDelegate {

    private final PayoutSteps runs;

    WritePaymentFileDelegate(PayoutSteps runs) {
        this.runs = runs;
    }

    @Override
    protected void perform(Step step) {
        runs.release(step.businessKey());
    }
}
