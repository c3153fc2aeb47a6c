package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives what a member of staff is going to enter its number. */
@Component
class OpenContractChangeDelegate extends ProcessDelegate {

    private final StaffChanges changes;

    OpenContractChangeDelegate(StaffChanges changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        step.beginCase(changes.open());
    }
}
