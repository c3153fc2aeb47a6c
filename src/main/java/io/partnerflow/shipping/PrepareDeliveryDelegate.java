package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Takes one device per piece into the inventory. */
@Component
class PrepareDeliveryDelegate extends ProcessDelegate {

    private final DeliveryFlow flow;

    PrepareDeliveryDelegate(DeliveryFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.prepare(step.businessKey());
    }
}
