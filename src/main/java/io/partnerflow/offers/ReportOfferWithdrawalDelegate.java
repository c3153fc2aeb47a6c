package io.partnerflow.offers;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the customer that the offer was taken back. */
@Component
class ReportOfferWithdrawalDelegate extends ProcessDelegate {

    private final OfferSteps offers;

    ReportOfferWithdrawalDelegate(OfferSteps offers) {
        this.offers = offers;
    }

    @Override
    protected void perform(Step step) {
        offers.reportWithdrawal(step.businessKey());
    }
}
