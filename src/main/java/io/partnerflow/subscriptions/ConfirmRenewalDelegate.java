package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the reseller what the next term is for and what it costs. */
@Component
class ConfirmRenewalDelegate extends ProcessDelegate {

    private final RenewalSteps renewals;

    ConfirmRenewalDelegate(RenewalSteps renewals) {
        this.renewals = renewals;
    }

    @Override
    protected void perform(Step step) {
        renewals.confirm(step.businessKey(), step.get(ChangeProcess.RENEWAL_AT));
    }
}
