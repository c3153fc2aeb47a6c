package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Writes to customer and reseller that something is on its way. */
@Component
class AnnounceShipmentDelegate extends ProcessDelegate {

    private final ShipmentFlow flow;

    AnnounceShipmentDelegate(ShipmentFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        var moments = flow.announce(step.businessKey());
        step.set(DeliveryProcess.RECEIPT_REMINDER_AT, moments.get(0));
        step.set(DeliveryProcess.RECEIPT_DEADLINE, moments.get(1));
    }
}
