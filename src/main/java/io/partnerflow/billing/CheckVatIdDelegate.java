package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Asks whether the buyer's VAT id is real, and says whether and when to ask again. */
@Component
class CheckVatIdDelegate extends ProcessDelegate {

    private final Invoicing invoicing;

    CheckVatIdDelegate(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    protected void perform(Step step) {
        var attempt = invoicing.findVatId(step.get(InvoicingProcess.CHARGE));
        step.set(InvoicingProcess.REGISTER_SILENT, !attempt.settled());
        step.set(InvoicingProcess.VAT_ID_RETRY_AT, attempt.retryAt());
    }
}
