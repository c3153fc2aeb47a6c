package io.partnerflow.debits;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prepares one collection and says whether there may be more. */
@Component
class PrepareDebitCollectionDelegate extends ProcessDelegate {

    private final DebitRun run;

    PrepareDebitCollectionDelegate(DebitRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(DebitProcess.MORE_DUE, run.prepareNext());
    }
}
