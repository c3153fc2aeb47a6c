/**
 * The customers of a reseller: prepared by it, and how it stands with each of them now: prepared, trying, customer, ended.
 *
 * <p>Reads what other modules have written through the view {@code customer_overview} and writes nothing of its own.
 */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {
            "shared",
            "engine",
            "intake",
            "access",
            "audit",
            "documents",
            "parties",
            "trials",
            "orders",
            "subscriptions"
        })
package io.partnerflow.customers;

import org.springframework.modulith.ApplicationModule;
