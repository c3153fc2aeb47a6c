/** Devices on their way back: announced, received, inspected, wiped and ended, until the contract can be closed. */
@ApplicationModule(
        displayName = "Returns",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "documents",
            "web",
            "tax",
            "parties",
            "programmes",
            "catalogue",
            "inventory",
            "offers",
            "subscriptions",
            "billing"
        })
@NullMarked
package io.partnerflow.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
