package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds the organisation of the request. */
@Component
class RemindOfLinkRequestDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    RemindOfLinkRequestDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.remind(step.businessKey());
    }
}
