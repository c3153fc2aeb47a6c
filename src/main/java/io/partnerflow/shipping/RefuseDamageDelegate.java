package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells why a damage is not ours. */
@Component
class RefuseDamageDelegate extends ProcessDelegate {

    private final DamageFlow flow;

    RefuseDamageDelegate(DamageFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.refuse(step.businessKey(), step.get(DeliveryProcess.REFUSAL_REASON));
    }
}
