/** Tells programs outside what happens: signed, tried again, logged, and never sent into anybody's private network. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"shared", "web", "database", "access", "audit", "mail", "events"})
@NullMarked
package io.partnerflow.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
