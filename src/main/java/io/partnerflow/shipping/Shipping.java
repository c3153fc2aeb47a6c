package io.partnerflow.shipping;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/** What the logistics desk does: sends off what is ordered, in one shipment or several. */
@ModuleService
public class Shipping {

    private static final String SERIES = "SH";
    private static final int MOST_WAITING = 200;

    private final Orders orders;
    private final Inventory inventory;
    private final WantedShipmentCheck check;
    private final ShipmentRows rows;
    private final ShipmentList list;
    private final ShipmentPaper paper;
    private final Destinations destinations;
    private final DamageRows damages;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final Workflow workflow;

    Shipping(
            Orders orders,
            Inventory inventory,
            WantedShipmentCheck check,
            ShipmentRows rows,
            ShipmentList list,
            ShipmentPaper paper,
            Destinations destinations,
            DamageRows damages,
            NumberSeries numbers,
            VendorCalendar calendar,
            Workflow workflow) {
        this.orders = orders;
        this.inventory = inventory;
        this.check = check;
        this.rows = rows;
        this.list = list;
        this.paper = paper;
        this.destinations = destinations;
        this.damages = damages;
        this.numbers = numbers;
        this.calendar = calendar;
        this.workflow = workflow;
    }

    /**
     * What is still to be sent of an order.
     *
     * @throws NotFound if there is no such order, or nothing of it is delivered
     */
    @Transactional(readOnly = true)
    public OpenDelivery open(String number) {
        var order = orders.get(number);
        var pieces = inventory.ofContract(number);
        if (pieces.isEmpty()) {
            throw new NotFound("delivery", number);
        }
        var waiting = pieces.stream()
                .filter(piece -> piece.status() == DeviceStatus.ORDERED)
                .toList();
        return new OpenDelivery(
                number,
                order.customer(),
                order.reseller(),
                destinations.of(order),
                products(waiting),
                pieces.size() - waiting.size(),
                mayShip(order.status()));
    }

    private static List<OpenDelivery.Product> products(List<InventoryDevice> waiting) {
        Map<String, List<InventoryDevice>> byProduct =
                waiting.stream().collect(Collectors.groupingBy(InventoryDevice::product, Collectors.toList()));
        return waiting.stream()
                .map(InventoryDevice::product)
                .distinct()
                .map(product -> new OpenDelivery.Product(
                        product,
                        byProduct.get(product).get(0).productName(),
                        byProduct.get(product).size()))
                .toList();
    }

    /** Orders of which pieces wait, longest first. */
    @Transactional(readOnly = true)
    public List<WaitingDelivery> waiting() {
        return list.waiting(MOST_WAITING);
    }

    /**
     * Sends pieces off; the delivery note is printed, customer and reseller are written to.
     *
     * @param by e-mail address or id of the person
     * @return number of the shipment
     * @throws Invalid naming every bad line and field
     * @throws Conflict {@code order-not-delivering} if the order is given up or not so far
     */
    public String ship(String number, WantedShipment wanted, String by) {
        var order = orders.get(number);
        if (!mayShip(order.status())) {
            throw new Conflict("order-not-delivering", number);
        }
        var checked = check.check(number, wanted);
        var shipment =
                Shipment.of(numbers.next(SERIES), order, destinations.of(order), checked.parcel(), calendar.now(), by);
        checked.pieces().forEach((device, serial) -> {
            inventory.ship(device, serial, Reason.of(shipment.number()));
            shipment.pack(device, serial.value());
        });
        rows.saveAndFlush(shipment);
        paper.print(shipment.number());
        orders.reached(number, Milestone.SHIPPED);
        goOn(shipment);
        return shipment.number();
    }

    private void goOn(Shipment shipment) {
        workflow.start(DeliveryProcess.SHIPMENT_SENT, shipment.number());
        if (workflow.waitsFor(DeliveryProcess.DELIVERY_SHIPPED, shipment.order())) {
            workflow.correlate(DeliveryProcess.DELIVERY_SHIPPED, shipment.order());
        }
        shipment.items().stream()
                .map(ShipmentItem::device)
                .flatMap(device -> damages.findByReplacement(device).stream())
                .map(DamageReport::number)
                .filter(report -> workflow.waitsFor(DeliveryProcess.REPLACEMENT_SHIPPED, report))
                .forEach(report -> workflow.correlate(DeliveryProcess.REPLACEMENT_SHIPPED, report));
    }

    /** Also after the term has begun: what is sent instead of a damaged piece. */
    private static boolean mayShip(OrderStatus status) {
        return status == OrderStatus.REGISTERED || status == OrderStatus.ACTIVE || status == OrderStatus.COMPLETED;
    }
}
