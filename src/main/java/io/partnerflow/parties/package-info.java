/**
 * Users, organisations and resellers, each on its own and linked freely. A reseller is an organisation that may sell
 * under a programme.
 */
@ApplicationModule(
        displayName = "Parties",
        allowedDependencies = {"shared", "audit", "documents"})
package io.partnerflow.parties;

import org.springframework.modulith.ApplicationModule;
