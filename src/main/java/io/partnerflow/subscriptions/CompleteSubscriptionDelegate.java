package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends a contract that was given notice, on its last day. */
@Component
class CompleteSubscriptionDelegate extends ProcessDelegate {

    private final RenewalSteps renewals;

    CompleteSubscriptionDelegate(RenewalSteps renewals) {
        this.renewals = renewals;
    }

    @Override
    protected void perform(Step step) {
        renewals.end(step.businessKey());
    }
}
