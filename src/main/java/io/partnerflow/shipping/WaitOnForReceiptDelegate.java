package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Sets how long the receipt is waited for once more. */
@Component
class WaitOnForReceiptDelegate extends ProcessDelegate {

    private final ShipmentFlow flow;

    WaitOnForReceiptDelegate(ShipmentFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        step.set(DeliveryProcess.RECEIPT_DEADLINE, flow.waitOn());
    }
}
