package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives up the devices nobody has unlocked in time. */
@Component
class GiveUpUnlockingDelegate extends ProcessDelegate {

    private final ReturnSteps returns;

    GiveUpUnlockingDelegate(ReturnSteps returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.giveUpUnlocking(step.businessKey());
    }
}
