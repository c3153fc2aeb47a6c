/** The two doors of the application, portal and staff, the fence between them and the watch on failed log-ins. */
@ApplicationModule(
        displayName = "Doors",
        allowedDependencies = {"shared"})
package io.partnerflow.web;

import org.springframework.modulith.ApplicationModule;
