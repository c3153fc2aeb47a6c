package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Undoes the activation of an order that is given up. */
@Component
class EndSubscriptionDelegate extends ProcessDelegate {

    private final Subscriptions subscriptions;

    EndSubscriptionDelegate(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    protected void perform(Step step) {
        subscriptions.end(step.businessKey());
    }
}
