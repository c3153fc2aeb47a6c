package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prints and keeps the certificate of erasure. */
@Component
class IssueErasureCertificateDelegate extends ProcessDelegate {

    private final ReturnSteps returns;

    IssueErasureCertificateDelegate(ReturnSteps returns) {
        this.returns = returns;
    }

    @Override
    protected void perform(Step step) {
        returns.certify(step.businessKey());
    }
}
