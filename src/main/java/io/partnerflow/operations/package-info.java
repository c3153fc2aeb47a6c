/** What staff and managers see of the whole house: their start page, links into the tasks, what waits and what failed. */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "accounts",
            "audit",
            "bankfiles",
            "conversations",
            "commission",
            "database",
            "debits",
            "documents",
            "dunning",
            "engine",
            "exports",
            "incoming",
            "mail",
            "orders",
            "originals",
            "parties",
            "payments",
            "payouts",
            "provisioning",
            "reconciliation",
            "returns",
            "shared",
            "credit",
            "shipping",
            "web"
        })
package io.partnerflow.operations;

import org.springframework.modulith.ApplicationModule;
