package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Has the table decide. */
@Component
class ApplyCreditRulesDelegate extends ProcessDelegate {

    private final CreditDeciding deciding;

    ApplyCreditRulesDelegate(CreditDeciding deciding) {
        this.deciding = deciding;
    }

    @Override
    protected void perform(Step step) {
        step.set(
                CreditCheckProcess.CREDIT_OUTCOME,
                deciding.byTable(step.businessKey()).name());
    }
}
