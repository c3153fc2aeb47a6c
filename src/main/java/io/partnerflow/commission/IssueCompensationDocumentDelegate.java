package io.partnerflow.commission;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Bills the statement in the reseller's name. */
@Component
class IssueCompensationDocumentDelegate extends ProcessDelegate {

    private final SelfBilling billing;

    IssueCompensationDocumentDelegate(SelfBilling billing) {
        this.billing = billing;
    }

    @Override
    protected void perform(Step step) {
        billing.bill(step.businessKey());
    }
}
