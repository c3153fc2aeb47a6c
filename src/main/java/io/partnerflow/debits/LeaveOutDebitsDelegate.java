package io.partnerflow.debits;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Leaves out what must not be collected. */
@Component
class LeaveOutDebitsDelegate extends ProcessDelegate {

    private final DebitRun run;

    LeaveOutDebitsDelegate(DebitRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        run.leaveOut();
    }
}
