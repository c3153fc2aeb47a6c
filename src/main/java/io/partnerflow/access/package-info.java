/** Who may log in at the portal's door, as what, and what that shows: users, roles, one-time links, the caller of a request. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "web", "audit", "mail", "parties", "database"})
package io.partnerflow.access;

import org.springframework.modulith.ApplicationModule;
