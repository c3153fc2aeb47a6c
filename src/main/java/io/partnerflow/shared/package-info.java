/** Values every module speaks: money, percentages, terms, what is wrong with an input. No persistence, no engine. */
@ApplicationModule(
        displayName = "Shared values",
        allowedDependencies = {})
package io.partnerflow.shared;

import org.springframework.modulith.ApplicationModule;
