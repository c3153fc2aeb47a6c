/**
 * The accounts customers log in to. They live in the product, behind one port, {@link
 * io.partnerflow.accounts.ProvisioningSystem}; {@link io.partnerflow.accounts.Accounts} asks through it, once for each
 * request however often a step is repeated.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"shared"})
package io.partnerflow.accounts;

import org.springframework.modulith.ApplicationModule;
