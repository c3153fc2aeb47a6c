/**
 * What an organisation has to do, what has happened to what it takes care of, and how that grows: across all modules, for the
 * page where people begin. Reads what others have written and writes nothing.
 */
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
