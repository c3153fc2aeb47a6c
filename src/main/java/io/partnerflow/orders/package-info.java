/** What a reseller orders for which customer: priced, registered, checked, and how far it has come. */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "intake",
            "access",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "devices",
            "pricing",
            "tax",
            "vatids",
            "trials"
        })
package io.partnerflow.orders;

import org.springframework.modulith.ApplicationModule;
