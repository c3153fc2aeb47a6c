package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the process whether what the reseller has chosen is to be decided on. */
@Component
class LookAtAlternativeDelegate extends ProcessDelegate {

    private final CreditOutcomes outcomes;

    LookAtAlternativeDelegate(CreditOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    protected void perform(Step step) {
        step.set(CreditCheckProcess.SECURITY_OFFERED, outcomes.securityOffered(step.businessKey()));
    }
}
