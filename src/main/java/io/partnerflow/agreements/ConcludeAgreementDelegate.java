package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes the agreement binding. */
@Component
class ConcludeAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    ConcludeAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        agreements.conclude(step.businessKey());
    }
}
