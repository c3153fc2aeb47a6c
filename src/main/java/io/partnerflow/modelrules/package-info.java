/** What every process, table and form has to keep to, whoever changes it: the rules of the house, each with its words. */
@ApplicationModule(
        displayName = "Model rules",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.modelrules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
