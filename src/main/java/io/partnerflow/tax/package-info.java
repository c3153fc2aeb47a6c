/** Which VAT a supply bears and what it comes to. Pure functions; rates are data. */
@ApplicationModule(
        displayName = "Tax",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
