/** Whether VAT ids are real, as tax offices and clerks say, and which VAT the vendor therefore charges an organisation. */
@ApplicationModule(
        displayName = "VAT ids",
        allowedDependencies = {"shared", "engine", "audit", "documents", "parties", "tax"})
@NullMarked
package io.partnerflow.vatids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
