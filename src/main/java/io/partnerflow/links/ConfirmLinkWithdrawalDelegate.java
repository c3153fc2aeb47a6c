package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the organisation that nobody asks it any more. */
@Component
class ConfirmLinkWithdrawalDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    ConfirmLinkWithdrawalDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.confirmWithdrawal(step.businessKey());
    }
}
