package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Charges what was found at the devices, credits what has come after all. */
@Component
class ChargeFindingsDelegate extends ProcessDelegate {

    private final ReturnSteps returns;

    ChargeFindingsDelegate(ReturnSteps returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.settle(step.businessKey());
    }
}
