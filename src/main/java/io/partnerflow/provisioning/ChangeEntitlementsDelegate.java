package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.engine.Variable;
import org.springframework.stereotype.Component;

/** Lets the customer use what its contract is for since the change. */
@Component
class ChangeEntitlementsDelegate extends ProcessDelegate {

    private static final Variable<String> SUBSCRIPTION_NUMBER = Variable.id("subscriptionNumber");

    private final ContractAccounts accounts;

    ChangeEntitlementsDelegate(ContractAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.follow(step.get(SUBSCRIPTION_NUMBER), step.businessKey());
    }
}
