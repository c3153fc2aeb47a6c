package io.partnerflow.returns;

import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.inventory.WantedDevices;
import io.partnerflow.inventory.WantedDevices.Item;
import io.partnerflow.subscriptions.SubscriptionView;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Devices that are in use, as if they had been shipped and had arrived. */
public class RentedDevices {

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private final Inventory inventory;

    public RentedDevices(Inventory inventory) {
        this.inventory = inventory;
    }

    /** @return their serial numbers, in the order of the products */
    public List<String> inUse(SubscriptionView contract, String... products) {
        inventory.order(new WantedDevices(
                contract.orderNumber(),
                contract.customer(),
                contract.reseller(),
                List.of(products).stream().map(product -> new Item(product, 1)).toList()));
        var serials = inventory.ofContract(contract.orderNumber()).stream()
                .map(device -> {
                    var serial = "RT-%s-%d".formatted(contract.number().replaceAll("\\D", ""), LAST.incrementAndGet());
                    inventory.ship(device.id(), new SerialNumber(serial), Reason.of("SH-1"));
                    inventory.delivered(device.id(), Reason.of("SH-1"));
                    return serial;
                })
                .toList();
        inventory.putToUse(contract.orderNumber(), Reason.of("SH-1"));
        return serials;
    }
}
