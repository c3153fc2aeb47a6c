package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives the accounts their full plan back. */
@Component
class RestoreFullPlanDelegate extends ProcessDelegate {

    private final CoverageSteps coverage;

    RestoreFullPlanDelegate(CoverageSteps coverage) {
        this.coverage = coverage;
    }

    @Override
    protected void perform(Step step) {
        coverage.restore(step.businessKey());
    }
}
