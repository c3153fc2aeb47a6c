/** Human numbers such as OR-2026-000001: one gapless series per kind and year. */
@ApplicationModule(
        displayName = "Numbering",
        allowedDependencies = {"shared"})
package io.partnerflow.numbering;

import org.springframework.modulith.ApplicationModule;
