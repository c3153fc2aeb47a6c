package io.partnerflow.credit;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks the agency, and tells the process whether and when to ask again. */
@Component
class AskCreditAgencyDelegate extends ProcessDelegate {

    private final AgencyEnquiries enquiries;

    AskCreditAgencyDelegate(AgencyEnquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    protected void perform(Step step) {
        var attempt = enquiries.ask(step.businessKey());
        step.set(CreditCheckProcess.AGENCY_SETTLED, attempt.settled());
        step.set(CreditCheckProcess.AGENCY_RETRY_AT, attempt.retryAt());
    }
}
