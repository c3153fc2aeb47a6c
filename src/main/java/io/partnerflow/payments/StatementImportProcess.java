package io.partnerflow.payments;

import io.partnerflow.engine.Variable;

/** The names {@code processes/statement-import.bpmn}, {@code payment-matching.bpmn} and this module agree on. */
final class StatementImportProcess {

    static final String STATEMENT_CONFIRMED = "statement.confirmed";
    static final Variable<Boolean> MORE_ENTRIES = Variable.flag("moreEntries");

    static final String PAYMENT_UNCLEAR = "payment.unclear";
    static final Variable<Boolean> PAYMENT_SETTLED = Variable.flag("paymentSettled");
    static final Variable<String> INVOICES = Variable.note("invoiceNumbers");
    static final Variable<String> NOTE = Variable.note("paymentNote");

    private StatementImportProcess() {}
}
