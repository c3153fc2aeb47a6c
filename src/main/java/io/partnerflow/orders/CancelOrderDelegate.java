package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Closes an order whose cancellation has been carried out. */
@Component
class CancelOrderDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    CancelOrderDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.cancelled(step.businessKey());
    }
}
