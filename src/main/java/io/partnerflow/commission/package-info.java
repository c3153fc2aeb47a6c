/** What resellers earn by what their customers were invoiced: monthly statements, disputes, self-billed documents. */
@ApplicationModule(
        displayName = "Commission",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "parties",
            "programmes",
            "pricing",
            "tax",
            "documents",
            "einvoice",
            "mail",
            "web",
            "billing",
            "payments",
            "payouts"
        })
@NullMarked
package io.partnerflow.commission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
