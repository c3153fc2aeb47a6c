package io.partnerflow.shipping;

import io.partnerflow.engine.Workflow;
import org.springframework.stereotype.Component;

/** Wakes the delivery of an order that waits for receipts, when there is something new for it to look at. */
@Component
class DeliveryTurn {

    private final Workflow workflow;
    private final DeliveryFlow flow;

    DeliveryTurn(Workflow workflow, DeliveryFlow flow) {
        this.workflow = workflow;
        this.flow = flow;
    }

    void lookAgain(String order) {
        if (!"await".equals(flow.left(order)) && workflow.waitsFor(DeliveryProcess.DELIVERY_SETTLED, order)) {
            workflow.correlate(DeliveryProcess.DELIVERY_SETTLED, order);
        }
    }
}
