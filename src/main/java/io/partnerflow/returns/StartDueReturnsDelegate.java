package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins one portion of returns and says whether more may be due. */
@Component
class StartDueReturnsDelegate extends ProcessDelegate {

    private final ReturnRun run;

    StartDueReturnsDelegate(ReturnRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(ReturnProcess.MORE_DUE, run.startDue());
    }
}
