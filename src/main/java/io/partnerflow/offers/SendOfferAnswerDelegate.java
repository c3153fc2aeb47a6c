package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Brings the reseller's answers to the customer. */
@Component
class SendOfferAnswerDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    SendOfferAnswerDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.sendAnswers(step.businessKey());
    }
}
