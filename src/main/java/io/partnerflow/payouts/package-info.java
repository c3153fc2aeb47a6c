/** Paying organisations what is owed to them: their accounts, payout runs, and the files the bank carries out. */
@ApplicationModule(
        displayName = "Payouts",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "parties",
            "pricing",
            "documents",
            "mail",
            "web"
        })
@NullMarked
package io.partnerflow.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
