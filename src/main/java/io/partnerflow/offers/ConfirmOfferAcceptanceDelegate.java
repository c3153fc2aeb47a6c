package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells both sides that the offer was accepted. */
@Component
class ConfirmOfferAcceptanceDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    ConfirmOfferAcceptanceDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.confirmAcceptance(step.businessKey());
    }
}
