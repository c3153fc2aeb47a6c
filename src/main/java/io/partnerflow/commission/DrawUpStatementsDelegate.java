package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Draws up one portion of statements and says whether more may be due. */
@Component
class DrawUpStatementsDelegate extends ProcessDelegate {

    private final CommissionRun run;

    DrawUpStatementsDelegate(CommissionRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(CommissionProcess.MORE_DUE, run.drawUpStatements());
    }
}
