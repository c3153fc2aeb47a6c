package io.partnerflow.payouts;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Frees the claims of a run that is not paid. */
@Component
class ReturnPaymentsDelegate extends ProcessDelegate {

    private final PayoutSteps runs;

    ReturnPaymentsDelegate(PayoutSteps runs) {
        this.runs = runs;
    }

    @Override
    protected void perform(Step step) {
        runs.putBack(step.businessKey(), step.get(PayoutProcess.PAYOUT_NOTE), step.get(PayoutProcess.EXECUTION_NOTE));
    }
}
