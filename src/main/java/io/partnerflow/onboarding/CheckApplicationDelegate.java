package io.partnerflow.onboarding;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Runs the automatic checks and tells the process what the precondition is and what we know about it. */
@Component
class CheckApplicationDelegate extends ProcessDelegate {

    private final ApplicationExamination examination;

    CheckApplicationDelegate(ApplicationExamination examination) {
        this.examination = examination;
    }

    @Override
    protected void perform(Step step) {
        var finding = examination.examine(step.businessKey());
        step.set(OnboardingProcess.PROGRAMME, finding.programme());
        step.set(OnboardingProcess.PRECONDITION, finding.precondition());
        step.set(OnboardingProcess.PRECONDITION_EVIDENCE, finding.evidence().name());
    }
}
