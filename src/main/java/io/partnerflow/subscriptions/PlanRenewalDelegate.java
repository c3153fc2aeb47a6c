package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Looks at the contract and says what is to be done. */
@Component
class PlanRenewalDelegate extends ProcessDelegate {

    private final RenewalSteps renewals;

    PlanRenewalDelegate(RenewalSteps renewals) {
        this.renewals = renewals;
    }

    @Override
    protected void perform(Step step) {
        var look = renewals.look(step.businessKey(), step.get(ChangeProcess.RENEWAL_AT));
        step.set(ChangeProcess.RENEWAL_STEP, look.due().name());
        step.set(ChangeProcess.NEXT_LOOK_AT, look.nextLookAt());
    }
}
