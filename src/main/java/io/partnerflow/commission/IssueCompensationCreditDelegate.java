package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Takes back the document of a statement, and says whether the statement is billed anew. */
@Component
class IssueCompensationCreditDelegate extends ProcessDelegate {

    private final Withdrawals withdrawals;

    IssueCompensationCreditDelegate(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    protected void perform(Step step) {
        step.set(CommissionProcess.BILLED_ANEW, withdrawals.carryOut(step.businessKey()));
    }
}
