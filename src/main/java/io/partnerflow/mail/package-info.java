/** Letters by e-mail: written in the transaction of what they tell about, delivered from an outbox until they arrive. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"shared", "documents"})
package io.partnerflow.mail;

import org.springframework.modulith.ApplicationModule;
