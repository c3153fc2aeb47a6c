package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Turns the trial's account into the order's, with everything in it. */
@Component
class ConvertTrialAccountDelegate extends ProcessDelegate {

    private final AccountProvisioning accounts;

    ConvertTrialAccountDelegate(AccountProvisioning accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.convertTrial(step.businessKey());
    }
}
