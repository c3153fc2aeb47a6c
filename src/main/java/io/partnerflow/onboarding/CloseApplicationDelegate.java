package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Closes an application whose question was not answered in time. */
@Component
class CloseApplicationDelegate extends ProcessDelegate {

    private final ApplicationReview review;

    CloseApplicationDelegate(ApplicationReview review) {
        this.review = review;
    }

    @Override
    protected void perform(Step step) {
        review.close(step.businessKey());
    }
}
