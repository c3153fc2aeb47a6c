package io.partnerflow.trials;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Moves the properties that were asked for back to the reseller. */
@Component
class ReturnDataDelegate extends ProcessDelegate {

    private final DataReturns returns;

    ReturnDataDelegate(DataReturns returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.move(step.businessKey());
    }
}
