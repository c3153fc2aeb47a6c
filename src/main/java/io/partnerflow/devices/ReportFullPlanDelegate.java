package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells reseller and customer that everything works again. */
@Component
class ReportFullPlanDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    ReportFullPlanDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        coverage.reportFull(step.businessKey());
    }
}
