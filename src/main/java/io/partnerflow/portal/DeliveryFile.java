package io.partnerflow.portal;

import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.shipping.OwnServices;
import io.partnerflow.shipping.Shipments;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the pages of an order and of a customer show of deliveries. */
@Component
class DeliveryFile {

    private final Shipments shipments;
    private final Inventory inventory;
    private final OwnServices ownServices;

    DeliveryFile(Shipments shipments, Inventory inventory, OwnServices ownServices) {
        this.shipments = shipments;
        this.inventory = inventory;
        this.ownServices = ownServices;
    }

    Map<String, Object> ofOrder(UUID reseller, String order) {
        var devices = inventory.ofContract(order);
        var model = new HashMap<String, Object>();
        model.put("shipments", shipments.ofOrder(reseller, order));
        model.put("devices", devices);
        model.put("unsent", devices.stream().filter(DeliveryFile::isUnsent).count());
        model.put("ownServices", ownServices.of(reseller, order));
        return model;
    }

    Map<String, Object> ofCustomer(UUID reseller, UUID customer) {
        return Map.of("shipments", shipments.ofCustomer(reseller, customer));
    }

    private static boolean isUnsent(InventoryDevice device) {
        return device.status() == DeviceStatus.ORDERED;
    }
}
