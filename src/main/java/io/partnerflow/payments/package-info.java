/** What was paid: files of the bank matched with invoices, what is open, and what happens to those who pay late. */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "subscriptions",
            "billing"
        })
@NullMarked
package io.partnerflow.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
