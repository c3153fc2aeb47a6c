package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Draws up the statement of the contract an order has become. */
@Component
class DrawUpCommissionDelegate extends ProcessDelegate {

    private final ContractCommission commission;

    DrawUpCommissionDelegate(ContractCommission commission) {
        this.commission = commission;
    }

    @Override
    protected void perform(Step step) {
        commission.drawUp(step.businessKey());
    }
}
