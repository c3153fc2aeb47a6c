/**
 * What a newcomer finds at the first start: two years of real deals, played through the real forms and processes on the
 * simulated clock by people whose password is {@code demo}. Only in a demo, never on a database of one's own.
 */
@ApplicationModule(
        displayName = "Demo story",
        allowedDependencies = {
            "shared",
            "database",
            "engine",
            "intake",
            "access",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "orders",
            "subscriptions",
            "billing",
            "devices",
            "payouts",
            "agreements",
            "payments",
            "mail",
            "offers",
            "shipping",
            "inventory",
            "debits",
            "returns",
            "originals",
            "incoming",
            "imports",
            "modelchanges",
            "taskmail"
        })
package io.partnerflow.demo;

import org.springframework.modulith.ApplicationModule;
