package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps that a person has done what the system did not. */
@Component
class RecordManualWorkDelegate extends ProcessDelegate {

    private final ClarificationDesk desk;

    RecordManualWorkDelegate(ClarificationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void perform(Step step) {
        desk.doneByHand(
                step.businessKey(),
                step.get(ProvisioningProcess.LOGIN_ADDRESS),
                step.get(ProvisioningProcess.SKIP_REASON));
    }
}
