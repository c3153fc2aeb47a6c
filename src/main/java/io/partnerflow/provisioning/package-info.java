/**
 * Gives the customer of an order its account: a new one, or that of its trial; and takes it away again if the order comes
 * to nothing.
 *
 * <p>Flow: {@code processes/provisioning.bpmn}.
 */
@ApplicationModule(
        displayName = "Provisioning",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "mail",
            "documents",
            "parties",
            "programmes",
            "accounts",
            "trials",
            "orders",
            "subscriptions"
        })
package io.partnerflow.provisioning;

import org.springframework.modulith.ApplicationModule;
