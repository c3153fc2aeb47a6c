package io.partnerflow.incoming;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

@Component
class CloseMailDelegate extends ProcessDelegate {

    private final Filing filing;

    CloseMailDelegate(Filing filing) {
        this.filing = filing;
    }

    @Override
    protected void perform(Step step) {
        var done = filing.closed(
                step.businessKey(), step.get(IncomingProcess.MAIL_OUTCOME), step.get(IncomingProcess.MAIL_NOTE));
        step.set(IncomingProcess.MAIL_DONE, done);
        step.set(IncomingProcess.MAIL_STEP, Recognition.PLACE);
    }
}
