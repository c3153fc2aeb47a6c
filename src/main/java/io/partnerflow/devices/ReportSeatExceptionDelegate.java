package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the reseller of the exception. */
@Component
class ReportSeatExceptionDelegate extends ProcessDelegate {

    private final SeatExceptions exceptions;

    ReportSeatExceptionDelegate(SeatExceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    protected void perform(Step step) {
        exceptions.report(step.businessKey());
    }
}
