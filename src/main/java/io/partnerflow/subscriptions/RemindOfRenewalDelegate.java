package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds the reseller of a renewal while notice is possible. */
@Component
class RemindOfRenewalDelegate extends ProcessDelegate {

    private final RenewalSteps renewals;

    RemindOfRenewalDelegate(RenewalSteps renewals) {
        this.renewals = renewals;
    }

    @Override
    protected void perform(Step step) {
        renewals.remind(step.businessKey(), step.get(ChangeProcess.RENEWAL_AT));
    }
}
