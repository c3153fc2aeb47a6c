package io.partnerflow.billing;

import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.vatids.VatIds;

/** Invoices charges of whatever kind, and lets those wait whose VAT is unclear. */
@ModuleService
class Invoicing {

    private final SubscriptionInvoicing subscriptions;
    private final ReturnedDataInvoicing returnedData;
    private final OnceCharges once;
    private final Billing billing;
    private final VatIds vatIds;
    private final Organisations organisations;
    private final Workflow workflow;

    Invoicing(
            SubscriptionInvoicing subscriptions,
            ReturnedDataInvoicing returnedData,
            OnceCharges once,
            Billing billing,
            VatIds vatIds,
            Organisations organisations,
            Workflow workflow) {
        this.subscriptions = subscriptions;
        this.returnedData = returnedData;
        this.once = once;
        this.billing = billing;
        this.vatIds = vatIds;
        this.organisations = organisations;
        this.workflow = workflow;
    }

    /**
     * Invoices a charge, once, however often it is asked to.
     *
     * @param charge as {@link Charge#source} has it
     * @return the invoice's number
     * @throws BusinessError {@code vatUnclear} if somebody should look at its VAT first
     */
    String invoice(String charge) {
        if (once.isOne(charge)) {
            return billing.issue(once.toInvoice(charge));
        }
        return returnedData.isOne(charge) ? returnedData.invoiceHeld(charge) : subscriptions.invoice(charge);
    }

    /** Lets the invoice wait, and nothing else: whoever asked for it goes on. */
    void hold(String charge) {
        workflow.start(InvoicingProcess.INVOICE_HELD, charge, Answers.none().with(InvoicingProcess.CHARGE, charge));
    }

    /** Asks whether the VAT id of who pays is real. */
    VatIds.Attempt findVatId(String charge) {
        return vatIds.find(payer(charge));
    }

    Party payer(String charge) {
        if (once.isOne(charge)) {
            return organisations.get(once.payer(charge));
        }
        return organisations.get(returnedData.isOne(charge) ? returnedData.payer(charge) : subscriptions.payer(charge));
    }
}
