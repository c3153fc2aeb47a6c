/** What the vendor sells under each programme and what it costs from which day on. */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"shared", "programmes"})
package io.partnerflow.catalogue;

import org.springframework.modulith.ApplicationModule;
