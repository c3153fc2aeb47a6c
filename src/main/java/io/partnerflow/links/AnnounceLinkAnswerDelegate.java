package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells both sides what was decided. */
@Component
class AnnounceLinkAnswerDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    AnnounceLinkAnswerDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        step.set(LinkProcess.LINK_ACCEPTED, flow.announce(step.businessKey()));
    }
}
