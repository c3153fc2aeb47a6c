package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** The vendor bears the risk. */
@Component
class ApproveCreditDelegate extends ProcessDelegate {

    private final CreditOutcomes outcomes;

    ApproveCreditDelegate(CreditOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    protected void perform(Step step) {
        outcomes.approve(step.businessKey());
    }
}
