package io.partnerflow.processes;

import static io.partnerflow.inventory.DeviceStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestWorkplace;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.ReachedMilestone;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shipping.ShipmentStatus;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.shipping.WantedShipment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class DeliveryProcessTest extends DeliveryTests {

    @Autowired
    Documents documents;

    @Test
    void everythingIsDeliveredInOneShipment() {
        var order = delivering();
        assertStates(order, ORDERED, ORDERED, ORDERED);
        assertThat(process.factsOf(order, "userTask_shipDevices"))
                .containsEntry("pieces", "2 × Laptop 14 inch\n1 × Monitor 27 inch")
                .containsEntry("shippingUrl", "/staff/shipping/" + order);

        var shipment = shipAll(order);
        assertThat(process.waitsAt(order)).contains("receiveTask_awaitReceipts");
        confirm(shipment);
        goOn(order);

        process.hasPassed(order, "serviceTask_reportDelivery", "endEvent_everythingDelivered");
        process.hasEndedBy(shipment, "endEvent_shipmentReceived");
        assertThat(orders.get(order).deliveredOn()).isEqualTo(calendar.today());
        assertStates(order, IN_USE, IN_USE, IN_USE);
        assertThat(orders.milestones(order))
                .extracting(ReachedMilestone::milestone)
                .contains(Milestone.SHIPPED, Milestone.DELIVERED);
    }

    @Test
    void whatHasNoHardwareIsDeliveredAtOnce() {
        var order = delivering(
                TestWorkplace.order(reseller, customer, calendar.today(), new WantedOrder.Line("office-suite", 5)));

        process.hasPassed(order, "endEvent_everythingDelivered");
        process.hasNotPassed(order, "userTask_shipDevices");
        assertThat(orders.get(order).deliveredOn()).isEqualTo(calendar.today());
        assertThatThrownBy(() -> shipping.open(order)).isInstanceOf(NotFound.class);
    }

    @Test
    void partsCanLeaveAndArriveInAnyOrder() {
        var order = delivering();
        var first = ship(order, "laptop-14", serials(2));
        assertThat(process.factsOf(order, "userTask_shipDevices"))
                .containsEntry("pieces", "1 × Monitor 27 inch")
                .containsEntry("shipments", first + ": 2");
        confirm(first);
        assertThat(orders.get(order).deliveredOn()).isNull();

        var second = ship(order, "Monitor 27 inch", serials(1));
        confirm(second);
        goOn(order);

        process.hasPassed(order, "endEvent_everythingDelivered");
        assertThat(letters(order, "shipment-sent")).hasSize(4);
    }

    @Test
    void theTaskComesBackUntilEverythingHasLeft() {
        var order = delivering();
        process.complete(order, "userTask_shipDevices", Map.of());

        assertThat(process.waitsAt(order)).contains("userTask_shipDevices");
    }

    @Test
    void whatIsLostIsSentAgainAndTheTermWaitsForIt() {
        var order = delivering();
        var shipment = shipAll(order);
        var some = shipments.get(shipment).items().get(0).serial();
        receipts.byReseller(reseller.id(), shipment, received(List.of(some)));
        process.fire(shipment, "event_receiptDeadline");
        assertThat(process.factsOf(shipment, "userTask_clarifyDelivery")
                        .get("pieces")
                        .toString())
                .doesNotContain(some)
                .contains("Monitor 27 inch");
        process.complete(
                shipment,
                "userTask_clarifyDelivery",
                Map.of("deliveryDecision", "lost", "clarification", "The carrier has lost it."));
        process.hasEndedBy(shipment, "endEvent_shipmentLost");
        assertStates(order, DELIVERED, LOST, LOST, ORDERED, ORDERED);
        goOn(order);
        assertThat(orders.get(order).deliveredOn()).isNull();
        assertThat(letters(order, "shipment-lost")).hasSize(2);

        var lines = Stream.concat(
                        WantedShipment.typed("a", "laptop-14", serial()).stream(),
                        WantedShipment.typed("b", "monitor-27", serial()).stream())
                .toList();
        var again = shipping.ship(order, parcel(lines), "lena");
        confirm(again);
        goOn(order);

        process.hasPassed(order, "endEvent_everythingDelivered");
        assertStates(order, IN_USE, LOST, LOST, IN_USE, IN_USE);
    }

    @Test
    void aCancelledOrderAsksBackWhatIsOutAndKeepsTheRest() {
        var wanted = TestWorkplace.bundle(reseller, customer, calendar.today());
        var order = delivering(wanted);
        var laptops = serials(2);
        var shipment = ship(order, "laptop-14", laptops);
        receipts.byReseller(reseller.id(), shipment, received(laptops.subList(0, 1)));

        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");
        process.run(order, "serviceTask_suspendOpenAccount");

        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertStates(order, RETURN_ANNOUNCED, RETURN_ANNOUNCED, CANCELLED);
        assertThat(shipments.get(shipment).status()).isEqualTo(ShipmentStatus.RECALLED);
        process.hasEndedBy(shipment, "endEvent_shipmentRecalled");
        assertThat(letters(order, "delivery-recalled")).hasSize(2);
        assertThatThrownBy(() -> ship(order, "monitor-27", serials(1))).isInstanceOf(Conflict.class);

        process.complete(
                order,
                "userTask_takeBackDevices",
                Map.of("missingSerials", laptops.get(1).toLowerCase()));
        assertStates(order, RECEIVED, LOST, CANCELLED);
        process.hasPassed(order, "endEvent_recalledDevicesBooked");
    }

    @Test
    void whoCancelsBeforeAnythingHasLeftIsAskedForNothing() {
        var order = delivering();
        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");
        process.run(order, "serviceTask_suspendOpenAccount");

        assertStates(order, CANCELLED, CANCELLED, CANCELLED);
        assertThat(process.count(order, "delivery-recall")).isZero();
        assertThat(letters(order, "delivery-recalled")).isEmpty();
    }

    @Test
    void bothSidesReadWhatIsOnItsWayAndTheNoteLiesInTheParcel() {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));

        assertThat(letters(order, "shipment-sent"))
                .extracting(OutboxLetter::to)
                .contains(customer.email())
                .hasSize(2);
        assertThat(letters(order, "shipment-sent"))
                .allSatisfy(letter -> assertThat(letter.attachments()).hasSize(1));
        assertThat(shipment.note()).isNotNull();
        assertThat(shipment.trackingPage()).contains(shipment.trackingNumber());
        assertThat(shipment.recipient()).isEqualTo(customer.name());
    }

    @Test
    void theNoteNamesEverySerialNumberAndWhereItGoes() throws IOException {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));
        var note = documents.content(new DocumentId(Objects.requireNonNull(shipment.note())));

        try (var pdf = Loader.loadPDF(note)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            shipment.number(), order, customer.name(), "Storgatan 1", shipment.trackingNumber(), "DHL")
                    .contains(shipment.items().stream()
                            .map(ShipmentView.Item::serial)
                            .toList());
        }
    }

    @Test
    void everyBadLineIsNamedAndNothingLeaves() {
        var order = delivering();
        var known = serial();
        ship(order, "monitor-27", List.of(known));
        var table = "product;serial number\nlaptop-14;A-1\nlaptop-14;a- 1\nlaptop-14;" + known
                + "\nsmartphone;B-1\nmonitor-27;" + serial() + "\nlaptop-14;??\nLaptop 14 inch;" + serial()
                + "\nlaptop-14;" + serial() + "\n";

        assertThatThrownBy(() -> shipping.ship(
                        order, new WantedShipment(WantedShipment.table("file", table), "pigeon", "x"), "lena"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::code)
                                .containsExactly("carrier-unknown", "tracking-number-wrong"));
        assertThatThrownBy(() -> shipping.ship(order, parcel(WantedShipment.table("file", table)), "lena"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(field -> field.args().get(0) + " " + field.code())
                                .containsExactly(
                                        "3 serial-twice",
                                        "4 serial-known",
                                        "5 product-not-ordered",
                                        "6 piece-not-ordered",
                                        "7 serial-wrong",
                                        "9 piece-not-ordered"));
        assertStates(order, ORDERED, ORDERED, SHIPPED);
    }

    @Test
    void serialNumbersAloneAreEnoughWhereOneProductIsLeft() {
        var order = delivering();
        assertThatThrownBy(() -> shipping.ship(order, parcel(WantedShipment.table("file", serial())), "lena"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields().get(0).code()).isEqualTo("product-needed"));
        ship(order, "monitor-27", serials(1));

        shipping.ship(order, parcel(WantedShipment.table("file", String.join("\r\n", serials(2)))), "lena");

        assertStates(order, SHIPPED, SHIPPED, SHIPPED);
    }

    @Test
    void aTrackingNumberBelongsToOneShipment() {
        var order = delivering();
        var first = shipments.get(ship(order, "monitor-27", serials(1)));

        assertThatThrownBy(() -> shipping.ship(
                        order,
                        new WantedShipment(
                                WantedShipment.typed("a", "laptop-14", serial()),
                                "ups",
                                " " + first.trackingNumber().toLowerCase()),
                        "lena"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields().get(0).code()).isEqualTo("tracking-number-taken"));
    }
}
