package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes an account for a customer that had no trial. */
@Component
class CreateCustomerAccountDelegate extends ProcessDelegate {

    private final ProvisioningSteps steps;

    CreateCustomerAccountDelegate(ProvisioningSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        step.set(ProvisioningProcess.NEXT_QUESTION_AT, steps.nextQuestion(step.businessKey()));
        steps.createAccount(step.businessKey());
    }
}
