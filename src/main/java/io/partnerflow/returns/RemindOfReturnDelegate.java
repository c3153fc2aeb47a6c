package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds customer and reseller of devices that have not come. */
@Component
class RemindOfReturnDelegate extends ProcessDelegate {

    private final LateReturns late;

    RemindOfReturnDelegate(LateReturns late) {
        this.late = late;
    }

    @Override
    protected void perform(Step step) {
        late.remind(step.businessKey());
    }
}
