package io.partnerflow.steering;

import io.partnerflow.engine.Variable;

/** The names {@code processes/failed-step-question.bpmn} and this module agree on. */
final class FailedStepQuestionProcess {

    static final String ASKED = "failed-step-question.asked";
    static final String WITHDRAWN = "failed-step-question.withdrawn";
    static final String TASK = "failed-step-question.answer-question";

    static final Variable<String> ANSWER = Variable.note("questionAnswer");

    private FailedStepQuestionProcess() {}
}
