package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins the subscription and names the period the first invoice is for. */
@Component
class ActivateSubscriptionDelegate extends ProcessDelegate {

    private final FirstPeriod firstPeriod;

    ActivateSubscriptionDelegate(FirstPeriod firstPeriod) {
        this.firstPeriod = firstPeriod;
    }

    @Override
    protected void perform(Step step) {
        var begun = firstPeriod.begin(step.businessKey());
        step.set(SubscriptionProcess.SUBSCRIPTION_NUMBER, begun.subscription());
        step.set(SubscriptionProcess.CHARGE, begun.charge());
        step.set(SubscriptionProcess.PERIOD_BEGUN, begun.begun());
    }
}
