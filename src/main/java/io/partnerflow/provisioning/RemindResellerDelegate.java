package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds the reseller of the desk's question. */
@Component
class RemindResellerDelegate extends ProcessDelegate {

    private final ClarificationDesk desk;

    RemindResellerDelegate(ClarificationDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void perform(Step step) {
        desk.remind(step.businessKey());
    }
}
