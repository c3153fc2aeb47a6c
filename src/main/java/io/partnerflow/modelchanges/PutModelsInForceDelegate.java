package io.partnerflow.modelchanges;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes an approved change the edition in force. */
@Component
class PutModelsInForceDelegate extends ProcessDelegate {

    private final ModelChangeSteps steps;

    PutModelsInForceDelegate(ModelChangeSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void perform(Step step) {
        step.set(ModelChangeProcess.IN_FORCE, steps.putInForce(step.businessKey()));
        step.set(ModelChangeProcess.CASES_MOVE, steps.casesMove(step.businessKey()));
    }
}
