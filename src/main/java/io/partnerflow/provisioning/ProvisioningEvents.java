package io.partnerflow.provisioning;

import io.partnerflow.accounts.ProvisioningAnswers;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.NotFound;

/**
 * What the provisioning system calls back with. The answer is kept first and then wakes the order's process if it waits;
 * if it does not yet, it finds the answer when it comes to wait.
 */
@ModuleService
public class ProvisioningEvents {

    private final ProvisioningAnswers answers;
    private final Workflow workflow;

    ProvisioningEvents(ProvisioningAnswers answers, Workflow workflow) {
        this.answers = answers;
        this.workflow = workflow;
    }

    /**
     * Takes a call-back. The same one again changes nothing.
     *
     * @throws NotFound if there was no such request
     * @throws io.partnerflow.shared.Invalid if the account is missing whose making it reports
     */
    public void heard(ProvisioningAnswers.CallBack answer) {
        var about = answers.take(answer).orElseThrow(() -> new NotFound("provisioning-request", answer.key()));
        if (workflow.waitsFor(ProvisioningProcess.ANSWERED, about)) {
            workflow.correlate(ProvisioningProcess.ANSWERED, about);
        }
    }
}
