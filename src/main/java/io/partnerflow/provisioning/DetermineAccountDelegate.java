package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Says whether the order needs an account at all. */
@Component
class DetermineAccountDelegate extends ProcessDelegate {

    private final ProvisioningSteps steps;

    DetermineAccountDelegate(ProvisioningSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        step.set(ProvisioningProcess.ACCOUNT_NEEDED, steps.needsAccount(step.businessKey()));
    }
}
