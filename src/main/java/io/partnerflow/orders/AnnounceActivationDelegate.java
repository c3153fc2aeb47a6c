package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells both sides that everything is ready and closes the order. */
@Component
class AnnounceActivationDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    AnnounceActivationDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.announceActivation(step.businessKey());
    }
}
