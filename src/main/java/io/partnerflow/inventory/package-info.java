/** Every rented device, piece by piece and by serial number: where it is, and what has happened to it. */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"shared", "audit", "engine", "parties", "catalogue"})
@NullMarked
package io.partnerflow.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
