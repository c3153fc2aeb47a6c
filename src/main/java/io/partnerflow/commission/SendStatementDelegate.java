package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Sends the statement and tells the process how long the reseller can object. */
@Component
class SendStatementDelegate extends ProcessDelegate {

    private final StatementSending sending;

    SendStatementDelegate(StatementSending sending) {
        this.sending = sending;
    }

    @Override
    protected void perform(Step step) {
        step.set(CommissionProcess.DISPUTE_DEADLINE, sending.send(step.businessKey()));
    }
}
