package io.partnerflow.payments;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Pays due invoices with what their payers have with us. */
@Component
class UseCreditsDelegate extends ProcessDelegate {

    private final PayerCredits credits;

    UseCreditsDelegate(PayerCredits credits) {
        this.credits = credits;
    }

    @Override
    protected void perform(Step step) {
        credits.use();
    }
}
