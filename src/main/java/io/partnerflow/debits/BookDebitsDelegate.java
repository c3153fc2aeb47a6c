package io.partnerflow.debits;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Puts what was collected on the invoices. */
@Component
class BookDebitsDelegate extends ProcessDelegate {

    private final CollectionSteps collections;

    BookDebitsDelegate(CollectionSteps collections) {
        this.collections = collections;
    }

    @Override
    protected void perform(Step step) {
        collections.collected(step.businessKey());
    }
}
