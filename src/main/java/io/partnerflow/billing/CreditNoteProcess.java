package io.partnerflow.billing;

import io.partnerflow.engine.Variable;

/** The names {@code processes/credit-note.bpmn}, its start form and this module agree on. */
final class CreditNoteProcess {

    static final String REQUESTED = "credit-note.requested";

    static final Variable<String> INVOICE = Variable.id("invoiceNumber");

    /** {@code all}, {@code share} or {@code lines}. */
    static final Variable<String> EXTENT = Variable.id("creditExtent");

    static final Variable<String> SHARE = Variable.id("creditShare");
    static final Variable<String> LINES = Variable.note("creditAmount");
    static final Variable<String> REASON = Variable.note("creditReason");

    /** {@code yes} or {@code no}. */
    static final Variable<String> AGAIN = Variable.id("invoiceAgain");

    static final Variable<Boolean> APPROVAL_NEEDED = Variable.flag("approvalNeeded");

    /** Why it is not approved. */
    static final Variable<String> REFUSAL = Variable.note("refusalReason");

    static final Variable<Boolean> TO_INVOICE_AGAIN = Variable.flag("toInvoiceAgain");

    private CreditNoteProcess() {}
}
