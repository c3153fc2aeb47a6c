/**
 * Values every module speaks: money, percentages, periods, addresses, identifiers, what is wrong with
 * an input. No persistence, no engine.
 */
@ApplicationModule(
        displayName = "Shared values",
        allowedDependencies = {})
package io.partnerflow.shared;

import org.springframework.modulith.ApplicationModule;
