package io.partnerflow.modelchanges;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Begins to move the cases that run on former versions. */
@Component
class MoveRunningCasesDelegate extends ProcessDelegate {

    private final ModelChangeSteps steps;

    MoveRunningCasesDelegate(ModelChangeSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        steps.moveRunningCases(step.businessKey());
    }
}
