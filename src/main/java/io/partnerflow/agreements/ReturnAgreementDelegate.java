package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Notes why the signed file was not accepted; a fresh agreement goes out next. */
@Component
class ReturnAgreementDelegate extends ProcessDelegate {

    private final AgreementRounds agreements;

    ReturnAgreementDelegate(AgreementRounds agreements) {
        this.agreements = agreements;
    }

    @Override
    protected void perform(Step step) {
        agreements.giveBack(step.businessKey(), step.get(SignedAgreementProcess.RETURN_REASON));
    }
}
