package io.partnerflow.incoming;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

@Component
class ApplyPlacementDelegate extends ProcessDelegate {

    private final Filing filing;

    ApplyPlacementDelegate(Filing filing) {
        this.filing = filing;
    }

    @Override
    protected void perform(Step step) {
        var next = filing.decided(
                step.businessKey(),
                step.get(IncomingProcess.MAIL_PLACEMENT),
                step.get(IncomingProcess.PLACE_AT),
                step.get(IncomingProcess.MAIL_NOTE));
        step.set(IncomingProcess.MAIL_STEP, next);
    }
}
