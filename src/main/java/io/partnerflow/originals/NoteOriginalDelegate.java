package io.partnerflow.originals;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Keeps the day on which the original arrived. */
@Component
class NoteOriginalDelegate extends ProcessDelegate {

    private final OriginalSteps originals;

    NoteOriginalDelegate(OriginalSteps originals) {
        this.originals = originals;
    }

    @Override
    protected void perform(Step step) {
        originals.receive(step.businessKey(), LocalDate.parse(step.get(OriginalProcess.RECEIVED_ON)));
    }
}
