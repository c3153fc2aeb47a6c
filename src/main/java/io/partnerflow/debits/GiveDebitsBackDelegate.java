package io.partnerflow.debits;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Lets the debits of a collection wait for another one. */
@Component
class GiveDebitsBackDelegate extends ProcessDelegate {

    private final CollectionSteps collections;

    GiveDebitsBackDelegate(CollectionSteps collections) {
        this.collections = collections;
    }

    @Override
    protected void perform(Step step) {
        collections.giveBack(
                step.businessKey(),
                step.get(DebitProcess.COLLECT_FROM),
                step.get(DebitProcess.RELEASE_NOTE),
                step.get(DebitProcess.CONFIRMATION_NOTE));
    }
}
