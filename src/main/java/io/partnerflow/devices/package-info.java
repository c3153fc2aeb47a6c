/**
 * The devices that stand at customers, whether seats cover them, and what happens as long as they do not.
 *
 * <p>Flow: {@code processes/seat-coverage.bpmn}. Orders and contracts stand above this module: what they say about seats is
 * asked through the database function {@code seats_by_type}, and whoever changes seats calls {@link
 * io.partnerflow.devices.CoverageWatch#seatsChanged}.
 */
@ApplicationModule(
        displayName = "Devices",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "pricing",
            "accounts"
        })
@NullMarked
package io.partnerflow.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
