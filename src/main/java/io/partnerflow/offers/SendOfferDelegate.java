package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Prints the offer and mails it to the customer. */
@Component
class SendOfferDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    SendOfferDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.send(step.businessKey());
    }
}
