package io.partnerflow.payouts;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Notes that the bank has paid, and tells who was paid. */
@Component
class RecordExecutionDelegate extends ProcessDelegate {

    private final PayoutSteps runs;

    RecordExecutionDelegate(PayoutSteps runs) {
        this.runs = runs;
    }

    @Override
    protected void perform(Step step) {
        runs.executed(step.businessKey());
    }
}
