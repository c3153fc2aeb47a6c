/** What was paid: files of the bank, matched with invoices by themselves or by a person, and what is open. */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "documents",
            "parties",
            "billing",
            "bankfiles",
            "mandates"
        })
@NullMarked
package io.partnerflow.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
