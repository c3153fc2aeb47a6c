package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Makes an account for a customer that had no trial. */
@Component
class CreateCustomerAccountDelegate extends ProcessDelegate {

    private final AccountProvisioning accounts;

    CreateCustomerAccountDelegate(AccountProvisioning accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.createAccount(step.businessKey());
    }
}
