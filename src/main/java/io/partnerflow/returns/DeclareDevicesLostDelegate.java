package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives the missing devices up. */
@Component
class DeclareDevicesLostDelegate extends ProcessDelegate {

    private final LateReturns late;

    DeclareDevicesLostDelegate(LateReturns late) {
        this.late = late;
    }

    @Override
    protected void perform(Step step) {
        late.declareLost(step.businessKey(), step.get(ReturnProcess.NOTE));
    }
}
