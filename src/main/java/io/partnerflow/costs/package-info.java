/** What an organisation pays, by its own projects and departments and by month. Reads issued invoices, writes none. */
@ApplicationModule(
        displayName = "Costs",
        allowedDependencies = {"shared", "engine", "intake", "audit", "access", "subscriptions"})
@NullMarked
package io.partnerflow.costs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
