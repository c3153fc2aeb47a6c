package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks for the signature that has not come. */
@Component
class RemindOfAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    RemindOfAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        agreements.remind(step.businessKey());
    }
}
