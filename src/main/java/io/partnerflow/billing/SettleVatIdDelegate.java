package io.partnerflow.billing;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Does what the billing desk has decided about a VAT id. */
@Component
class SettleVatIdDelegate extends ProcessDelegate {

    private final VatIdDesk desk;

    SettleVatIdDelegate(VatIdDesk desk) {
        this.desk = desk;
    }

    @Override
    protected void perform(Step step) {
        desk.settle(
                step.get(InvoicingProcess.CHARGE),
                step.get(InvoicingProcess.VAT_ID_DECISION),
                step.get(InvoicingProcess.VAT_ID),
                step.get(InvoicingProcess.EVIDENCE));
    }
}
