/** SEPA direct debit mandates: from which account a customer's invoices of one contract may be collected, and since when. */
@ApplicationModule(
        displayName = "Mandates",
        allowedDependencies = {"shared", "engine", "audit", "numbering", "documents", "parties"})
@NullMarked
package io.partnerflow.mandates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
