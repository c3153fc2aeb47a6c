/** The pages resellers and their customers use. Thin: they ask the modules and hold no rule. */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "shared",
            "credit",
            "web",
            "engine",
            "intake",
            "access",
            "audit",
            "documents",
            "mail",
            "parties",
            "team",
            "devices",
            "links",
            "costs",
            "programmes",
            "catalogue",
            "pricing",
            "onboarding",
            "accounts",
            "trials",
            "customers",
            "devices",
            "orders",
            "inventory",
            "shipping",
            "agreements",
            "offers",
            "originals",
            "subscriptions",
            "deadlines",
            "billing",
            "commission",
            "payouts",
            "payments",
            "diagrams",
            "provisioning"
        })
package io.partnerflow.portal;

import org.springframework.modulith.ApplicationModule;
