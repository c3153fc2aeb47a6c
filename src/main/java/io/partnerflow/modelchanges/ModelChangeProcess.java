package io.partnerflow.modelchanges;

import io.partnerflow.engine.Variable;

/** The names {@code processes/model-change.bpmn} and this module agree on. */
final class ModelChangeProcess {

    static final String PROPOSED = "model-change.proposed";
    static final String WITHDRAWN = "model-change.withdrawn";

    static final String APPROVE_TASK = "model-change.approve-model-change";
    static final String APPROVE_ELEMENT = "userTask_approveModelChange";
    static final String DECISION = "changeDecision";
    static final String ANSWER = "changeAnswer";
    static final String APPROVE = "approve";

    static final Variable<Boolean> IN_FORCE = Variable.flag("changeInForce");
    static final Variable<Boolean> CASES_MOVE = Variable.flag("casesMove");

    private ModelChangeProcess() {}
}
