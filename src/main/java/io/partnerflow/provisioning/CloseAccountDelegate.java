package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Takes back what a contract granted that has come to its end. */
@Component
class CloseAccountDelegate extends ProcessDelegate {

    private final ContractAccounts accounts;

    CloseAccountDelegate(ContractAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.close(step.businessKey());
    }
}
