/** The journal of what happened, for programs that follow it: written with what happened, read by whose matter it is. */
@ApplicationModule(
        displayName = "Events",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package io.partnerflow.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
