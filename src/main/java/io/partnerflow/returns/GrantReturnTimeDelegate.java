package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Waits longer for the missing devices. */
@Component
class GrantReturnTimeDelegate extends ProcessDelegate {

    private final LateReturns late;

    GrantReturnTimeDelegate(LateReturns late) {
        this.late = late;
    }

    @Override
    protected void perform(Step step) {
        var until = LocalDate.parse(step.get(ReturnProcess.GRANTED_UNTIL));
        late.grant(step.businessKey(), until, step.get(ReturnProcess.NOTE));
    }
}
