/**
 * Excel files from outside: read row by row within bounds, and refused with the reason where they hide something. Runs,
 * opens and loads nothing that stands in them.
 */
@ApplicationModule(
        displayName = "Workbooks",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.workbooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
