package io.partnerflow.billing;

import io.partnerflow.engine.Variable;

/** The names {@code processes/invoicing.bpmn}, {@code billing-run.bpmn} and this module agree on. */
final class InvoicingProcess {

    static final String PERIOD_BEGUN = "subscription.period-begun";

    /** What is invoiced; see {@link Charge#source}. */
    static final Variable<String> CHARGE = Variable.id("charge");

    static final Variable<String> INVOICE_NUMBER = Variable.id("invoiceNumber");
    static final Variable<Boolean> MORE_DUE = Variable.flag("moreDue");

    private InvoicingProcess() {}
}
