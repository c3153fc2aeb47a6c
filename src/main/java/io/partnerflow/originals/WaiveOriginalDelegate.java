package io.partnerflow.originals;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Does without the original, for the reason the desk has given. */
@Component
class WaiveOriginalDelegate extends ProcessDelegate {

    private final OriginalSteps originals;

    WaiveOriginalDelegate(OriginalSteps originals) {
        this.originals = originals;
    }

    @Override
    protected void perform(Step step) {
        originals.waive(step.businessKey(), step.get(OriginalProcess.WAIVER_REASON));
    }
}
