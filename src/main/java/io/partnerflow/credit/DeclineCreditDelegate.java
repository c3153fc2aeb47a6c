package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the reseller no, and the process how long another way can be offered. */
@Component
class DeclineCreditDelegate extends ProcessDelegate {

    private final CreditOutcomes outcomes;

    DeclineCreditDelegate(CreditOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    protected void perform(Step step) {
        step.set(CreditCheckProcess.ALTERNATIVE_DEADLINE, outcomes.decline(step.businessKey()));
    }
}
