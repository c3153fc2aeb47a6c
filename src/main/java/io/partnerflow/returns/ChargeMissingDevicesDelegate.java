package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Charges the devices that have not come. */
@Component
class ChargeMissingDevicesDelegate extends ProcessDelegate {

    private final LateReturns late;

    ChargeMissingDevicesDelegate(LateReturns late) {
        this.late = late;
    }

    @Override
    protected void perform(Step step) {
        late.charge(step.businessKey());
    }
}
