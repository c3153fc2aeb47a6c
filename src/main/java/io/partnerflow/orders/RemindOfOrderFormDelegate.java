package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks the reseller for the order form that has not come. */
@Component
class RemindOfOrderFormDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    RemindOfOrderFormDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.remindOfForm(step.businessKey());
    }
}
