package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends a check whose answer stays no. */
@Component
class CloseCreditCheckDelegate extends ProcessDelegate {

    private final CreditOutcomes outcomes;

    CloseCreditCheckDelegate(CreditOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    protected void perform(Step step) {
        outcomes.close(step.businessKey());
    }
}
