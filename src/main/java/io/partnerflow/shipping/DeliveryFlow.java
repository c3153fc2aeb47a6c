package io.partnerflow.shipping;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.WantedDevices;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of a delivery that nobody clicks; for this module's delegates. */
@ModuleService
class DeliveryFlow {

    private final Orders orders;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final OwnServices ownServices;
    private final ShipmentList shipments;
    private final VendorCalendar calendar;

    DeliveryFlow(
            Orders orders,
            Catalogue catalogue,
            Inventory inventory,
            OwnServices ownServices,
            ShipmentList shipments,
            VendorCalendar calendar) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.ownServices = ownServices;
        this.shipments = shipments;
        this.calendar = calendar;
    }

    /** One device per piece of what is hardware; what the reseller does beside it becomes its list. */
    void prepare(String number) {
        var order = orders.get(number);
        var pieces = order.lines().stream()
                .filter(line ->
                        catalogue.find(line.product()).map(Product::isHardware).orElse(false))
                .map(line -> new WantedDevices.Item(line.product(), line.quantity()))
                .toList();
        inventory.order(new WantedDevices(number, order.customer(), order.reseller(), pieces));
        ownServices.note(order);
    }

    /** @return {@code ship}, {@code await} or {@code nothing} */
    String left(String order) {
        var pieces = expected(inventory.ofContract(order));
        if (pieces.stream().anyMatch(piece -> piece.status() == DeviceStatus.ORDERED)) {
            return "ship";
        }
        return pieces.stream().anyMatch(piece -> piece.status() == DeviceStatus.SHIPPED) ? "await" : "nothing";
    }

    /** WA-5: the term begins on the day of the last receipt; where nothing was shipped, today. */
    void report(String order) {
        var last = shipments.ofOrder(order).stream()
                .map(ShipmentView::receivedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(calendar.today());
        orders.delivered(order, last);
        inventory.putToUse(order, Reason.of(order));
    }

    /** What the term waits for: every piece, and what is sent instead of a lost one, but not instead of a damaged one. */
    private static List<InventoryDevice> expected(List<InventoryDevice> all) {
        var byId = all.stream().collect(Collectors.toMap(InventoryDevice::id, Function.identity()));
        return all.stream()
                .filter(piece -> piece.replaces() == null || wasLost(piece.replaces(), byId))
                .toList();
    }

    private static boolean wasLost(UUID device, Map<UUID, InventoryDevice> all) {
        return Objects.requireNonNull(all.get(device)).status() == DeviceStatus.LOST;
    }
}
