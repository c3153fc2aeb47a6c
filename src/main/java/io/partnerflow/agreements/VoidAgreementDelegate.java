package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Takes back whatever has become of the agreement of an order that is given up. */
@Component
class VoidAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    VoidAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        agreements.makeVoid(step.businessKey());
    }
}
