/** Human numbers such as OR-2026-000001: one gapless series per kind and year, and per legal entity where they have legal force. */
@ApplicationModule(
        displayName = "Numbering",
        allowedDependencies = {"shared"})
package io.partnerflow.numbering;

import org.springframework.modulith.ApplicationModule;
