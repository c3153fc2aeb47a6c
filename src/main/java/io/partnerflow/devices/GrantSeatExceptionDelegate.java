package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Keeps the exception the form asks for, and gives the process its number. */
@Component
class GrantSeatExceptionDelegate extends ProcessDelegate {

    private final SeatExceptions exceptions;

    GrantSeatExceptionDelegate(SeatExceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    protected void perform(Step step) {
        var customer = exceptions
                .customer(step.get(SeatExceptionProcess.COUNTRY), step.get(SeatExceptionProcess.REGISTRATION_NUMBER))
                .orElseThrow();
        step.isAbout(exceptions.grant(
                customer,
                LocalDate.parse(step.get(SeatExceptionProcess.VALID_UNTIL).strip()),
                step.get(SeatExceptionProcess.REASON),
                step.person()));
    }
}
