package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives up what has not arrived, and orders it again. */
@Component
class WriteOffShipmentDelegate extends ProcessDelegate {

    private final ShipmentFlow flow;

    WriteOffShipmentDelegate(ShipmentFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.writeOff(step.businessKey(), step.get(DeliveryProcess.CLARIFICATION));
    }
}
