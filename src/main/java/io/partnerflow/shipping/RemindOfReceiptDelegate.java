package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks customer and reseller whether it has arrived. */
@Component
class RemindOfReceiptDelegate extends ProcessDelegate {

    private final ShipmentFlow flow;

    RemindOfReceiptDelegate(ShipmentFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.remind(step.businessKey());
    }
}
