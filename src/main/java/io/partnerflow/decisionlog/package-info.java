/** What decision tables have decided and on what, how two tables differ, and what a changed one would have decided. */
@ApplicationModule(
        displayName = "Decision log",
        allowedDependencies = {"engine", "exports", "shared"})
@NullMarked
package io.partnerflow.decisionlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
