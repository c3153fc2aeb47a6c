package io.partnerflow.shipping;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Orders a new piece instead of a damaged one. */
@Component
class ReplaceDamagedDeviceDelegate extends ProcessDelegate {

    private final DamageFlow flow;

    ReplaceDamagedDeviceDelegate(DamageFlow flow) {
        this.flow = flow;
    }

    @Override
    protected void perform(Step step) {
        flow.replace(step.businessKey());
    }
}
