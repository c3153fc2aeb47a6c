package io.partnerflow.dunning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Writes down every invoice that is late and was not before. */
@Component
class FindLateInvoicesDelegate extends ProcessDelegate {

    private final DunningRun run;

    FindLateInvoicesDelegate(DunningRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        run.findLate();
    }
}
