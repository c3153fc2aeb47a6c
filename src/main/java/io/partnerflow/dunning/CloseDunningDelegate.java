package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends the dunning of a settled invoice. */
@Component
class CloseDunningDelegate extends ProcessDelegate {

    private final Dunnings dunnings;

    CloseDunningDelegate(Dunnings dunnings) {
        this.dunnings = dunnings;
    }

    @Override
    protected void perform(Step step) {
        dunnings.close(step.businessKey());
    }
}
