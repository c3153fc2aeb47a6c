package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Limits the accounts of a customer whose seats are still missing. */
@Component
class LimitAccountDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    LimitAccountDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        step.set(SeatCoverageProcess.SEATS_STILL_MISSING, coverage.limit(step.businessKey()));
    }
}
