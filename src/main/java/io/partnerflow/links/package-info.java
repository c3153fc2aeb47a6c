/**
 * How a reseller comes to act for an organisation that is registered already, and how that ends: asked, accepted or not,
 * ended by either side at once.
 *
 * <p>Flow: {@code processes/link-request.bpmn}.
 */
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {
            "shared",
            "engine",
            "intake",
            "web",
            "audit",
            "mail",
            "documents",
            "numbering",
            "parties",
            "access"
        })
@NullMarked
package io.partnerflow.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
