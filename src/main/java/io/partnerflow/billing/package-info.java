/** Invoices: issued from what subscriptions and trials owe, gapless, never changed, printed and mailed. */
@ApplicationModule(
        displayName = "Billing",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "parties",
            "catalogue",
            "programmes",
            "pricing",
            "tax",
            "vatids",
            "documents",
            "einvoice",
            "mail",
            "orders",
            "subscriptions",
            "mandates",
            "trials"
        })
package io.partnerflow.billing;

import org.springframework.modulith.ApplicationModule;
