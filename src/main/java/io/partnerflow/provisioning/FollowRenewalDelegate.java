package io.partnerflow.provisioning;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import io.partnerflow.engine.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets the customer use what its contract is for since the renewal. */
@Component
class FollowRenewalDelegate extends ProcessDelegate {

    private static final Variable<Instant> RENEWAL_AT = Variable.moment("renewalAt");

    private final ContractAccounts accounts;

    FollowRenewalDelegate(ContractAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void perform(Step step) {
        accounts.follow(step.businessKey(), "renewal-" + step.get(RENEWAL_AT));
    }
}
