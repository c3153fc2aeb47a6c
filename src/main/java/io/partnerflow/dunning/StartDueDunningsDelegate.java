package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins one portion of dunnings and says whether more may be due. */
@Component
class StartDueDunningsDelegate extends ProcessDelegate {

    private final DunningRun run;

    StartDueDunningsDelegate(DunningRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(DunningProcess.MORE_DUE, run.startDue());
    }
}
