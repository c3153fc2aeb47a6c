package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Turns the trial's account into the order's, with everything in it. */
@Component
class ConvertTrialAccountDelegate extends ProcessDelegate {

    private final ProvisioningSteps steps;

    ConvertTrialAccountDelegate(ProvisioningSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        step.set(ProvisioningProcess.NEXT_QUESTION_AT, steps.nextQuestion(step.businessKey()));
        steps.convertTrial(step.businessKey());
    }
}
