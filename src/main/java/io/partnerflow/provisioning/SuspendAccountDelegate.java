package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Shuts the account of an order that came to nothing. */
@Component
class SuspendAccountDelegate extends ProcessDelegate {

    private final AccountProvisioning accounts;

    SuspendAccountDelegate(AccountProvisioning accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.suspend(step.businessKey());
    }
}
