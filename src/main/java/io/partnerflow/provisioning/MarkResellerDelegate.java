package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Shows the reseller in the account. */
@Component
class MarkResellerDelegate extends ProcessDelegate {

    private final ProvisioningSteps steps;

    MarkResellerDelegate(ProvisioningSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        step.set(ProvisioningProcess.NEXT_QUESTION_AT, steps.nextQuestion(step.businessKey()));
        steps.markReseller(step.businessKey());
    }
}
