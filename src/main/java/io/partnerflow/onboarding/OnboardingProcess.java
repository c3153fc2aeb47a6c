package io.partnerflow.onboarding;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/reseller-onboarding.bpmn} and this module agree on. */
final class OnboardingProcess {

    static final String APPLICATION_SUBMITTED = "application.submitted";
    static final String APPLICATION_ANSWERED = "application.answered";
    static final String APPLICATION_WITHDRAWN = "application.withdrawn";

    static final String REVIEW_TASK = "reseller-onboarding.review-application";

    static final Variable<String> PROGRAMME = Variable.id("programme");
    static final Variable<String> PRECONDITION = Variable.id("precondition");
    static final Variable<String> PRECONDITION_EVIDENCE = Variable.id("preconditionEvidence");

    static final Variable<String> QUESTION = Variable.note("question");
    static final Variable<Instant> ANSWER_REMINDER_AT = Variable.moment("answerReminderAt");
    static final Variable<Instant> ANSWER_DEADLINE = Variable.moment("answerDeadline");

    static final Variable<String> REJECTION_REASON = Variable.note("rejectionReason");
    static final Variable<String> TIER = Variable.id("tier");
    static final Variable<String> PARTNER_DISCOUNT = Variable.id("partnerDiscount");

    private OnboardingProcess() {}
}
