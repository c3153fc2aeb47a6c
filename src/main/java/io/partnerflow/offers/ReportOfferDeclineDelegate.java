package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the reseller that the customer has said no. */
@Component
class ReportOfferDeclineDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    ReportOfferDeclineDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.reportDecline(step.businessKey());
    }
}
