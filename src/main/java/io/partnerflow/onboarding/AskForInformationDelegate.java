package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks the applicant and tells the process how long to wait. */
@Component
class AskForInformationDelegate extends ProcessDelegate {

    private final ApplicationReview review;

    AskForInformationDelegate(ApplicationReview review) {
        this.review = review;
    }

    @Override
    protected void perform(Step step) {
        var period = review.ask(step.businessKey(), step.get(OnboardingProcess.QUESTION));
        step.set(OnboardingProcess.ANSWER_REMINDER_AT, period.reminder());
        step.set(OnboardingProcess.ANSWER_DEADLINE, period.deadline());
    }
}
