/** Running contracts: what a customer has through which reseller, term by term, and which period is to be invoiced next. */
@ApplicationModule(
        displayName = "Subscriptions",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "web",
            "parties",
            "programmes",
            "catalogue",
            "pricing",
            "devices",
            "orders"
        })
package io.partnerflow.subscriptions;

import org.springframework.modulith.ApplicationModule;
