package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds the applicant of our question. */
@Component
class RemindApplicantDelegate extends ProcessDelegate {

    private final ApplicationReview review;

    RemindApplicantDelegate(ApplicationReview review) {
        this.review = review;
    }

    @Override
    protected void perform(Step step) {
        review.remind(step.businessKey());
    }
}
