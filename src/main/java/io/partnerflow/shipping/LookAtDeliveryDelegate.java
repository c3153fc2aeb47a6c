package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Answers what is left to do. */
@Component
class LookAtDeliveryDelegate extends ProcessDelegate {

    private final DeliveryFlow flow;

    LookAtDeliveryDelegate(DeliveryFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        step.set(DeliveryProcess.DELIVERY_LEFT, flow.left(step.businessKey()));
    }
}
