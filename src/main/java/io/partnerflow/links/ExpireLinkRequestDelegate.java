package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Closes a request nobody answered. */
@Component
class ExpireLinkRequestDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    ExpireLinkRequestDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.expire(step.businessKey());
    }
}
