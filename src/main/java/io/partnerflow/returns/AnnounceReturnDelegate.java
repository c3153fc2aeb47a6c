package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells customer and reseller what has to come back, how, and until when. */
@Component
class AnnounceReturnDelegate extends ProcessDelegate {

    private final ReturnSteps returns;

    AnnounceReturnDelegate(ReturnSteps returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.announce(step.businessKey());
    }
}
