package io.partnerflow.billing;

import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.subscriptions.SubscriptionView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who earns a kickback on what is invoiced now.
 *
 * <p><b>Source:</b> HA-5, HA-9: the one primary reseller of the customer on the day of issue; whoever loses the customer
 * later keeps it.
 */
@Component
class Earners {

    private final Programmes programmes;
    private final Resellers resellers;

    Earners(Programmes programmes, Resellers resellers) {
        this.programmes = programmes;
        this.resellers = resellers;
    }

    /** @return null if the programme pays no kickback, or the customer is direct */
    @Nullable
    UUID of(SubscriptionView contract) {
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        return policy.kickback() == null
                ? null
                : resellers.primaryOf(contract.customer()).orElse(null);
    }
}
