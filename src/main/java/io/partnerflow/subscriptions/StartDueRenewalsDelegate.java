package io.partnerflow.subscriptions;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Hands one portion of contracts to their renewals and says whether more may be due. */
@Component
class StartDueRenewalsDelegate extends ProcessDelegate {

    private final RenewalRun run;

    StartDueRenewalsDelegate(RenewalRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(ChangeProcess.MORE_DUE, run.startDueRenewals());
    }
}
