package io.partnerflow.originals;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks for the original that has not come, and tells the process when to do it again. */
@Component
class RemindOfOriginalDelegate extends ProcessDelegate {

    private final OriginalSteps originals;

    RemindOfOriginalDelegate(OriginalSteps originals) {
        this.originals = originals;
    }

    @Override
    protected void perform(Step step) {
        var next = originals.remind(step.businessKey());
        step.set(OriginalProcess.ORIGINAL_REMINDER_AT, next.reminder());
    }
}
