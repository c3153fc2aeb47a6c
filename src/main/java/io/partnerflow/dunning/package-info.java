/** What happens to those who pay late: reminders, no new orders, and an end to it as soon as they have paid. */
@ApplicationModule(
        displayName = "Dunning",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "documents",
            "web",
            "parties",
            "billing",
            "payments",
            "mandates"
        })
@NullMarked
package io.partnerflow.dunning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
