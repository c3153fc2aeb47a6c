package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends a return, and with the last device its contract. */
@Component
class CompleteReturnDelegate extends ProcessDelegate {

    private final ReturnSteps returns;

    CompleteReturnDelegate(ReturnSteps returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.complete(step.businessKey());
    }
}
