package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.Receipt;
import io.partnerflow.shipping.Receipts;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.shipping.Shipments;
import io.partnerflow.shipping.Shipping;
import io.partnerflow.shipping.WantedShipment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What every test about deliveries does: an order whose delivery has begun, shipments and receipts. */
abstract class DeliveryTests {

    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Orders orders;

    @Autowired
    Inventory inventory;

    @Autowired
    Shipping shipping;

    @Autowired
    Shipments shipments;

    @Autowired
    Receipts receipts;

    @Autowired
    DamageReports damages;

    @Autowired
    Outbox outbox;

    @Autowired
    VendorCalendar calendar;

    ProcessDriver process;
    Party reseller;
    Party customer;

    @BeforeEach
    void prepareCustomer() {
        process = new ProcessDriver(engine);
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    /** Two laptops and a monitor are to be delivered. */
    String delivering() {
        return delivering(TestWorkplace.bundle(reseller, customer, calendar.today()));
    }

    String delivering(WantedOrder wanted) {
        var order = management.place(wanted, OrderFields.FORM);
        engine.getRuntimeService().startProcessInstanceByKey("delivery", order);
        return order;
    }

    static String serial() {
        return "TST-%06d".formatted(LAST.incrementAndGet());
    }

    static List<String> serials(int count) {
        return Stream.generate(DeliveryTests::serial).limit(count).toList();
    }

    /** @param serials one per piece of the product */
    String ship(String order, String product, List<String> serials) {
        return shipping.ship(order, parcel(WantedShipment.typed(product, product, String.join("\n", serials))), "lena");
    }

    static WantedShipment parcel(List<WantedShipment.Line> lines) {
        return new WantedShipment(lines, "dhl", "TRK" + serial());
    }

    /** Everything of the bundle in one parcel. */
    String shipAll(String order) {
        var lines = Stream.concat(
                        WantedShipment.typed("a", "laptop-14", String.join("\n", serials(2))).stream(),
                        WantedShipment.typed("b", "monitor-27", serial()).stream())
                .toList();
        return shipping.ship(order, parcel(lines), "lena");
    }

    ShipmentView confirm(String shipment) {
        var view = shipments.get(shipment);
        var all = view.items().stream().map(ShipmentView.Item::serial).toList();
        return receipts.byReseller(reseller.id(), shipment, received(all));
    }

    static Receipt received(List<String> serials) {
        return new Receipt(serials, List.of(), null, null);
    }

    /** The save point behind the wait for receipts. */
    void goOn(String order) {
        process.run(order, "receiveTask_awaitReceipts");
    }

    List<DeviceStatus> states(String order) {
        return inventory.ofContract(order).stream().map(InventoryDevice::status).toList();
    }

    List<OutboxLetter> letters(String order, String template) {
        return outbox.about(order).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    void assertStates(String order, DeviceStatus... states) {
        assertThat(states(order)).containsExactlyElementsOf(Arrays.asList(states));
    }
}
