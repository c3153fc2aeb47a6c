/**
 * The originals of agreements that were concluded from a scan: asked for, reminded of, received or done without (W-07,
 * WA-2).
 *
 * <p>Flow: {@code processes/original-agreement.bpmn}.
 */
@ApplicationModule(
        displayName = "Originals",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "access",
            "audit",
            "mail",
            "documents",
            "parties",
            "programmes",
            "orders",
            "agreements"
        })
@NullMarked
package io.partnerflow.originals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
