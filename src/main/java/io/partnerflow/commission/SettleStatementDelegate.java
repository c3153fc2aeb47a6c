package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Says whether there is something to bill; what is not goes into a later month. */
@Component
class SettleStatementDelegate extends ProcessDelegate {

    private final StatementSettlement settlement;

    SettleStatementDelegate(StatementSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    protected void perform(Step step) {
        step.set(CommissionProcess.PAYABLE, settlement.settle(step.businessKey()));
    }
}
