package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Carries out what the desk has decided about an objection. */
@Component
class ApplyDecisionDelegate extends ProcessDelegate {

    private final Disputes disputes;

    ApplyDecisionDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    protected void perform(Step step) {
        disputes.decide(
                step.businessKey(),
                step.get(CommissionProcess.DISPUTE_DECISION),
                step.get(CommissionProcess.CORRECTIONS),
                step.get(CommissionProcess.DISPUTE_ANSWER));
    }
}
