/** Proves papers that come back: who signed them digitally, and whether they still say what was sent. */
@ApplicationModule(
        displayName = "Signatures",
        allowedDependencies = {"shared", "documents"})
@NullMarked
package io.partnerflow.signatures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
