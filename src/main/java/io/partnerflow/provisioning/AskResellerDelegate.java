package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Puts the desk's question to the reseller. */
@Component
class AskResellerDelegate extends ProcessDelegate {

    private final ClarificationDesk desk;

    AskResellerDelegate(ClarificationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void perform(Step step) {
        var wait = desk.ask(step.businessKey(), step.get(ProvisioningProcess.QUESTION));
        step.set(ProvisioningProcess.ANSWER_REMINDER_AT, wait.reminder());
        step.set(ProvisioningProcess.ANSWER_DEADLINE, wait.deadline());
    }
}
