package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells reseller and customer that the account is limited. */
@Component
class ReportLimitedPlanDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    ReportLimitedPlanDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        coverage.reportLimited(step.businessKey());
    }
}
