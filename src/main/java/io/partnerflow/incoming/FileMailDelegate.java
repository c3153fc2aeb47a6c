package io.partnerflow.incoming;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

@Component
class FileMailDelegate extends ProcessDelegate {

    private final Filing filing;

    FileMailDelegate(Filing filing) {
        this.filing = filing;
    }

    @Override
    protected void perform(Step step) {
        var filed = filing.file(step.businessKey());
        step.set(IncomingProcess.MAIL_TAKEN, filed.taken());
        step.set(IncomingProcess.MAIL_DESK, filed.desk());
    }
}
