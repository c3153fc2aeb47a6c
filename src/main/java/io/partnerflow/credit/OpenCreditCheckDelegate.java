package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Opens the check of an order and looks for an earlier result that still holds. */
@Component
class OpenCreditCheckDelegate extends ProcessDelegate {

    private final AgencyEnquiries enquiries;
    private final CreditDeciding deciding;

    OpenCreditCheckDelegate(AgencyEnquiries enquiries, CreditDeciding deciding) {
        this.enquiries = enquiries;
        this.deciding = deciding;
    }

    @Override
    protected void perform(Step step) {
        enquiries.open(step.businessKey());
        step.set(CreditCheckProcess.EARLIER_RESULT_HOLDS, deciding.byEarlierResult(step.businessKey()));
    }
}
