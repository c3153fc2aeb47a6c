/** The people of an organisation: invited, joined, in which role, and gone at once when they are taken out. */
@ApplicationModule(
        displayName = "Team",
        allowedDependencies = {"shared", "engine", "intake", "web", "audit", "mail", "parties", "access"})
@NullMarked
package io.partnerflow.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
