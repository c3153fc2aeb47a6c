/** The pages resellers and their customers use. Thin: they ask the modules and hold no rule. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {"access", "intake", "shared"})
package io.partnerflow.portal;

import org.springframework.modulith.ApplicationModule;
