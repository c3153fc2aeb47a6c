/**
 * The HTTP API under {@code /api/v1}: thin controllers over the modules' public methods, and the conventions they share:
 * problems (RFC 9457), idempotency keys, lists, the forms of money and days, the OpenAPI description.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "shared",
            "credit",
            "engine",
            "web",
            "access",
            "audit",
            "parties",
            "conversations",
            "team",
            "devices",
            "links",
            "costs",
            "programmes",
            "catalogue",
            "documents",
            "diagrams",
            "pricing",
            "tax",
            "onboarding",
            "trials",
            "accounts",
            "customers",
            "orders",
            "inventory",
            "shipping",
            "agreements",
            "offers",
            "subscriptions",
            "returns",
            "deadlines",
            "billing",
            "payments",
            "commission",
            "payouts",
            "provisioning",
            "mandates",
            "debits",
            "events",
            "webhooks"
        })
package io.partnerflow.api;

import org.springframework.modulith.ApplicationModule;
