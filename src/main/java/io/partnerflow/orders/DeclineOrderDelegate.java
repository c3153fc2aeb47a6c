package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends an order whose risk the vendor does not bear. */
@Component
class DeclineOrderDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    DeclineOrderDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.decline(step.businessKey());
    }
}
