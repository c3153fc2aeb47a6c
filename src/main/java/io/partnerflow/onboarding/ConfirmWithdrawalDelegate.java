package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Confirms that the application was taken back. */
@Component
class ConfirmWithdrawalDelegate extends ProcessDelegate {

    private final ApplicationReview review;

    ConfirmWithdrawalDelegate(ApplicationReview review) {
        this.review = review;
    }

    @Override
    protected void perform(Step step) {
        review.confirmWithdrawal(step.businessKey());
    }
}
