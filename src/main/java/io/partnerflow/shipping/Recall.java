package io.partnerflow.shipping;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order that is given up takes its delivery with it: what has not left stays, what is out comes back. */
@ModuleService
class Recall {

    private final Inventory inventory;
    private final ShipmentRows rows;
    private final DamageRows damages;
    private final ShipmentLetters letters;
    private final Workflow workflow;

    Recall(Inventory inventory, ShipmentRows rows, DamageRows damages, ShipmentLetters letters, Workflow workflow) {
        this.inventory = inventory;
        this.rows = rows;
        this.damages = damages;
        this.letters = letters;
        this.workflow = workflow;
    }

    /** Does nothing where nothing is delivered, or if it was done before. */
    void recall(String order) {
        rows.heldOf(order).forEach(this::stop);
        damages.ofOrder(order).forEach(report -> tell(DeliveryProcess.DAMAGE_CLOSED, report.number()));
        var all = inventory.ofContract(order);
        all.stream()
                .filter(device -> device.status() == DeviceStatus.ORDERED)
                .forEach(device -> inventory.cancel(device.id(), Reason.of(order)));
        var out = all.stream()
                .filter(device -> Set.of(DeviceStatus.SHIPPED, DeviceStatus.DELIVERED, DeviceStatus.IN_USE)
                        .contains(device.status()))
                .toList();
        out.forEach(device -> inventory.announceReturn(device.id(), Reason.of(order)));
        if (!out.isEmpty()) {
            letters.recalled(order, serials(out));
            workflow.start(DeliveryProcess.DELIVERY_RECALLED, order);
        }
    }

    private void stop(Shipment shipment) {
        if (shipment.status().isOpen()) {
            shipment.recall();
            rows.saveAndFlush(shipment);
            tell(DeliveryProcess.SHIPMENT_RECALLED, shipment.number());
        }
    }

    private void tell(String message, String about) {
        if (workflow.waitsFor(message, about)) {
            workflow.correlate(message, about);
        }
    }

    /** @param missing serial numbers of what did not come back, one a line; everything else has */
    void takeBack(String order, @Nullable String missing) {
        var absent = Objects.requireNonNullElse(missing, "")
                .lines()
                .flatMap(line -> SerialNumber.parse(line).stream())
                .map(SerialNumber::value)
                .collect(Collectors.toSet());
        for (var device : inventory.outstanding(order)) {
            if (absent.contains(device.serial())) {
                inventory.lost(device.id(), Reason.of(order));
            } else {
                inventory.received(device.id(), Reason.of(order));
            }
        }
    }

    private static List<String> serials(List<InventoryDevice> devices) {
        return devices.stream()
                .map(device -> Objects.requireNonNull(device.serial()))
                .toList();
    }
}
