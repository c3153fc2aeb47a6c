package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Stops the delivery of an order that is given up. */
@Component
class RecallDeliveryDelegate extends ProcessDelegate {

    private final Recall recall;

    RecallDeliveryDelegate(Recall recall) {
        this.recall = recall;
    }

    @Override
    protected void perform(Step step) {
        recall.recall(step.businessKey());
    }
}
