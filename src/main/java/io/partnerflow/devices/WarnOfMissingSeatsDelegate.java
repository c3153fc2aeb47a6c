package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the reseller what is missing and until when. */
@Component
class WarnOfMissingSeatsDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    WarnOfMissingSeatsDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        var moments = coverage.warn(step.businessKey());
        step.set(SeatCoverageProcess.GRACE_REMINDER_AT, moments.reminderAt());
        step.set(SeatCoverageProcess.GRACE_ENDS_AT, moments.endsAt());
    }
}
