package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Books a receipt that the desk has seen a proof of. */
@Component
class ConfirmReceiptByProofDelegate extends ProcessDelegate {

    private final ShipmentFlow flow;

    ConfirmReceiptByProofDelegate(ShipmentFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.confirmByProof(
                step.businessKey(), step.get(DeliveryProcess.ARRIVED_ON), step.get(DeliveryProcess.CLARIFICATION));
    }
}
