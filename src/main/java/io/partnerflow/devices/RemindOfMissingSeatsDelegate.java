package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds the reseller of what is missing. */
@Component
class RemindOfMissingSeatsDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    RemindOfMissingSeatsDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        coverage.remind(step.businessKey());
    }
}
