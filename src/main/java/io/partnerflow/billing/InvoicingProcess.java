package io.partnerflow.billing;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/**
 * The names {@code processes/invoicing.bpmn}, {@code held-invoice.bpmn}, {@code billing-run.bpmn} and this module agree
 * on.
 */
final class InvoicingProcess {

    static final String PERIOD_BEGUN = "subscription.period-begun";

    /** What is invoiced; see {@link Charge#source}. */
    static final Variable<String> CHARGE = Variable.id("charge");

    static final Variable<String> INVOICE_NUMBER = Variable.id("invoiceNumber");
    /** Error: nobody has confirmed the buyer's VAT id. */
    static final String VAT_UNCLEAR = "vatUnclear";

    static final String INVOICE_HELD = "invoice.held";
    static final Variable<Boolean> REGISTER_SILENT = Variable.flag("registerSilent");
    static final Variable<Instant> VAT_ID_RETRY_AT = Variable.moment("vatIdRetryAt");
    static final Variable<String> VAT_ID_DECISION = Variable.id("vatIdDecision");
    static final Variable<String> VAT_ID = Variable.id("vatId");
    static final Variable<String> EVIDENCE = Variable.note("evidence");

    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");

    private InvoicingProcess() {}
}
