package io.partnerflow.originals;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks for the original, and tells the process when to remind and how long to wait. */
@Component
class AskForOriginalDelegate extends ProcessDelegate {

    private final OriginalSteps originals;

    AskForOriginalDelegate(OriginalSteps originals) {
        this.originals = originals;
    }

    @Override
    protected void perform(Step step) {
        var next = originals.ask(step.businessKey());
        step.set(OriginalProcess.ORIGINAL_REMINDER_AT, next.reminder());
        step.set(OriginalProcess.ORIGINAL_DEADLINE, next.deadline());
    }
}
