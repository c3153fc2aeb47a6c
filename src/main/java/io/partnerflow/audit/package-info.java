/** Who did what, when and on whose behalf, written in the transaction that did it and never changed. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared"})
package io.partnerflow.audit;

import org.springframework.modulith.ApplicationModule;
