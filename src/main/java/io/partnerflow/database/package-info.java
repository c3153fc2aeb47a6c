/** The PostgreSQL that comes with the application, used where no own database is named, and the check that what is committed is on disk. */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"shared"})
package io.partnerflow.database;

import org.springframework.modulith.ApplicationModule;
