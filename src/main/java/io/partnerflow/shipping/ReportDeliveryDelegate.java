package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the order that everything is there. */
@Component
class ReportDeliveryDelegate extends ProcessDelegate {

    private final DeliveryFlow flow;

    ReportDeliveryDelegate(DeliveryFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.report(step.businessKey());
    }
}
