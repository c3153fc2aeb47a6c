package io.partnerflow.steering;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps what was answered about a failed step. */
@Component
class KeepAnswerDelegate extends ProcessDelegate {

    private final FailureQuestions questions;

    KeepAnswerDelegate(FailureQuestions questions) {
        this.questions = questions;
    }

    @Override
    protected void perform(Step step) {
        questions.keepAnswer(step.businessKey(), step.get(FailedStepQuestionProcess.ANSWER));
    }
}
