package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps what a person has decided. */
@Component
class RecordCreditDecisionDelegate extends ProcessDelegate {

    private final CreditDeciding deciding;

    RecordCreditDecisionDelegate(CreditDeciding deciding) {
        this.deciding = deciding;
    }

    @Override
    protected void perform(Step step) {
        deciding.byPerson(
                step.businessKey(),
                step.get(CreditCheckProcess.CREDIT_DECISION),
                step.get(CreditCheckProcess.CREDIT_LIMIT),
                step.get(CreditCheckProcess.CREDIT_CONDITION),
                step.get(CreditCheckProcess.CREDIT_NOTE));
    }
}
