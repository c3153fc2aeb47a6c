/**
 * Brings what was ordered to the customer: shipments with their serial numbers, the receipt of each piece, damage on
 * arrival, and what the reseller does beside it.
 *
 * <p>Flows: {@code processes/delivery.bpmn}, {@code shipment.bpmn}, {@code damage-report.bpmn} and {@code
 * delivery-recall.bpmn}.
 */
@ApplicationModule(
        displayName = "Shipping",
        allowedDependencies = {
            "shared",
            "engine",
            "web",
            "access",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "programmes",
            "catalogue",
            "inventory",
            "offers",
            "orders"
        })
@NullMarked
package io.partnerflow.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
