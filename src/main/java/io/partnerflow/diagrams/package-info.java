/** Draws a process from its model's own coordinates, with how far it has come. */
@ApplicationModule(
        displayName = "Process pictures",
        allowedDependencies = {"engine"})
package io.partnerflow.diagrams;

import org.springframework.modulith.ApplicationModule;
