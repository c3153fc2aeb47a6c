package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the customer until when the offer can be accepted. */
@Component
class RemindOfOfferDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    RemindOfOfferDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.remind(step.businessKey());
    }
}
