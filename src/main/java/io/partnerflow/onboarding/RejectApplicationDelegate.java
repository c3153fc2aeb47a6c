package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the applicant no, and why. */
@Component
class RejectApplicationDelegate extends ProcessDelegate {

    private final ApplicationReview review;

    RejectApplicationDelegate(ApplicationReview review) {
        this.review = review;
    }

    @Override
    protected void perform(Step step) {
        review.reject(step.businessKey(), step.get(OnboardingProcess.REJECTION_REASON));
    }
}
