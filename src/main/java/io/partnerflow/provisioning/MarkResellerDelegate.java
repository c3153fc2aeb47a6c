package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Shows the reseller in the account. */
@Component
class MarkResellerDelegate extends ProcessDelegate {

    private final AccountProvisioning accounts;

    MarkResellerDelegate(AccountProvisioning accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.markReseller(step.businessKey());
    }
}
