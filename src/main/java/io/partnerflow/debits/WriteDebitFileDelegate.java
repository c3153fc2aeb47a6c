package io.partnerflow.debits;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Writes the file for the bank. */
@Component
class WriteDebitFileDelegate extends ProcessDelegate {

    private final CollectionSteps collections;

    WriteDebitFileDelegate(CollectionSteps collections) {
        this.collections = collections;
    }

    @Override
    protected void perform(Step step) {
        collections.release(step.businessKey());
    }
}
