package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Ends an agreement nobody signed in time. */
@Component
class LapseAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    LapseAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        agreements.lapse(step.businessKey());
    }
}
