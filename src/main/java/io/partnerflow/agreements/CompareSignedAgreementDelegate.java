package io.partnerflow.agreements;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Compares what came back with what was sent, and says whether a person has to look at it. */
@Component
class CompareSignedAgreementDelegate extends ProcessDelegate {

    private final AgreementProof proof;

    CompareSignedAgreementDelegate(AgreementProof proof) {
        this.proof = proof;
    }

    @Override
    protected void perform(Step step) {
        step.set(SignedAgreementProcess.AGREEMENT_CHECK_REQUIRED, proof.compare(step.businessKey()));
    }
}
