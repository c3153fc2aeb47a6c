/**
 * Gives the customer of an order its account: a new one, or that of its trial; explains what stands in the way and goes on
 * when people have decided; and takes the account away again if the order comes to nothing.
 *
 * <p>Flow: {@code processes/provisioning.bpmn}. Pages ask {@link io.partnerflow.provisioning.ProvisioningHistory} and
 * {@link io.partnerflow.provisioning.ProvisioningQuestions}; call-backs of the provisioning system arrive at {@link
 * io.partnerflow.provisioning.ProvisioningEvents}.
 */
@ApplicationModule(
        displayName = "Provisioning",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "intake",
            "access",
            "audit",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "accounts",
            "trials",
            "orders",
            "subscriptions"
        })
package io.partnerflow.provisioning;

import org.springframework.modulith.ApplicationModule;
