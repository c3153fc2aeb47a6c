/** Compares every night what contracts should have been invoiced with what was, and asks about every difference. */
@ApplicationModule(
        displayName = "Reconciliation",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "documents",
            "subscriptions",
            "billing",
            "payments"
        })
@NullMarked
package io.partnerflow.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
