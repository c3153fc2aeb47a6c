package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins the contract's next term. */
@Component
class RenewSubscriptionDelegate extends ProcessDelegate {

    private final RenewalSteps renewals;

    RenewSubscriptionDelegate(RenewalSteps renewals) {
        this.renewals = renewals;
    }

    @Override
    protected void perform(Step step) {
        renewals.renew(step.businessKey(), step.get(ChangeProcess.RENEWAL_AT));
    }
}
