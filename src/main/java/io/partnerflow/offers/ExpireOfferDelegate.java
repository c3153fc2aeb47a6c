package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Nobody has answered in time. */
@Component
class ExpireOfferDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    ExpireOfferDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.expire(step.businessKey());
    }
}
