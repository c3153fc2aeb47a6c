package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Refuses a change, with the words of who decided. */
@Component
class RefuseChangeDelegate extends ProcessDelegate {

    private final ChangeSteps changes;

    RefuseChangeDelegate(ChangeSteps changes) {
        this.changes = changes;
    }

    @Override
    protected void perform(Step step) {
        changes.refuse(step.businessKey(), step.get(ChangeProcess.REFUSAL_REASON));
    }
}
