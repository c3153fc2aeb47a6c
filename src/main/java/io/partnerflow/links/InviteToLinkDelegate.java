package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Mails the request to the organisation. */
@Component
class InviteToLinkDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    InviteToLinkDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        var moments = flow.invite(step.businessKey());
        step.set(LinkProcess.LINK_REMINDER_AT, moments.get(0));
        step.set(LinkProcess.LINK_DEADLINE, moments.get(1));
    }
}
