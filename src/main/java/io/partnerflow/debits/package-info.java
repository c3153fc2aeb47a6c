/**
 * Collecting invoices from customers' accounts: what is announced to them, the files for the bank, and what comes back.
 *
 * <p>Flows: {@code processes/debit-run.bpmn} and {@code debit-collection.bpmn}. Invoices and dunning stand below this module:
 * how an invoice is collected it says through {@link io.partnerflow.billing.InvoiceCollection}, which movements of the
 * account are its own through {@link io.partnerflow.payments.CollectedDebits}, and what is not to be dunned through the view
 * {@code invoice_being_collected}.
 */
@ApplicationModule(
        displayName = "Debits",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "documents",
            "web",
            "parties",
            "programmes",
            "pricing",
            "tax",
            "bankfiles",
            "orders",
            "subscriptions",
            "billing",
            "payments",
            "mandates"
        })
@NullMarked
package io.partnerflow.debits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
