package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Brings what the customer has asked to the reseller. */
@Component
class ForwardOfferQuestionDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    ForwardOfferQuestionDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.forwardQuestions(step.businessKey());
    }
}
