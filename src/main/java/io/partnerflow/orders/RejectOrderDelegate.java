package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends an order the order desk said no to, with its words. */
@Component
class RejectOrderDelegate extends ProcessDelegate {

    private final OrderSteps orders;

    RejectOrderDelegate(OrderSteps orders) {
        this.orders = orders;
    }

    @Override
    protected void perform(Step step) {
        orders.reject(step.businessKey(), step.get(OrderProcess.REJECTION_REASON));
    }
}
