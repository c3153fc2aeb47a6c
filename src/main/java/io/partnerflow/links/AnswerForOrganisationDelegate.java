package io.partnerflow.links;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Stores what the desk decided for the organisation. */
@Component
class AnswerForOrganisationDelegate extends ProcessDelegate {

    private final LinkRequestFlow flow;

    AnswerForOrganisationDelegate(LinkRequestFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.answerFor(step.businessKey(), step.get(LinkProcess.LINK_DECISION));
    }
}
