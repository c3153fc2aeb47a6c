/**
 * What resellers earn, by what their customers were invoiced or by a contract: statements, disputes, self-billed
 * documents.
 */
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
            "orders",
            "offers",
            "billing",
            "payments",
            "payouts"
        })
@NullMarked
package io.partnerflow.commission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
