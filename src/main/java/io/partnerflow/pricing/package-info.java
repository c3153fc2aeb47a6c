/**
 * What something costs and when: prices, schedules, proration, deadlines, compensation. Pure functions; estimate, order,
 * invoice and renewal call the same ones.
 */
@ApplicationModule(
        displayName = "Pricing",
        allowedDependencies = {"shared"})
@NullMarked
package io.partnerflow.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
