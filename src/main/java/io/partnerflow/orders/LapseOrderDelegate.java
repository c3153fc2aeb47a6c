package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends an order whose form or agreement did not come in time. */
@Component
class LapseOrderDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    LapseOrderDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.lapse(step.businessKey());
    }
}
