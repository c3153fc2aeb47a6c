package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Leaves what is not set off for the next payout run. */
@Component
class OweTheRestDelegate extends ProcessDelegate {

    private final Compensating compensating;

    OweTheRestDelegate(Compensating compensating) {
        this.compensating = compensating;
    }

    @Override
    protected void perform(Step step) {
        compensating.owe(step.businessKey());
    }
}
