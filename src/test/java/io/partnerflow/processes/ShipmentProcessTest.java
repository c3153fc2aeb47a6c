package io.partnerflow.processes;

import static io.partnerflow.inventory.DeviceStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shipping.CarrierMessages;
import io.partnerflow.shipping.ConfirmedBy;
import io.partnerflow.shipping.Receipt;
import io.partnerflow.shipping.ShipmentStatus;
import io.partnerflow.shipping.ShipmentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class ShipmentProcessTest extends DeliveryTests {

    @Autowired
    CarrierMessages carriers;

    @Test
    void theResellerConfirmsAndSayingItAgainChangesNothing() {
        var shipment = shipAll(delivering());
        var once = confirm(shipment);

        assertThat(confirm(shipment)).isEqualTo(once);
        assertThat(once.status()).isEqualTo(ShipmentStatus.RECEIVED);
        process.hasEndedBy(shipment, "endEvent_shipmentReceived");
    }

    @Test
    void theFirstWordCounts() {
        var shipment = shipAll(delivering());
        told(shipment, "DELIVERED");
        var confirmed = confirm(shipment);

        assertThat(confirmed.items()).allMatch(item -> item.confirmedBy() == ConfirmedBy.CARRIER);
    }

    @Test
    void aReminderGoesToBothAndTheWaitGoesOn() {
        var order = delivering();
        var shipment = shipAll(order);
        process.fire(shipment, "event_receiptReminder");

        process.hasPassed(shipment, "endEvent_receiptReminded");
        assertThat(letters(order, "receipt-reminder")).hasSize(2);
        confirm(shipment);
        process.hasEndedBy(shipment, "endEvent_shipmentReceived");
    }

    @Test
    void whatIsMissingIsClarifiedAtOnceAndAProofConfirmsIt() {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));
        var serials = serials(shipment);
        var view = receipts.byReseller(
                reseller.id(),
                shipment.number(),
                new Receipt(serials.subList(0, 2), serials.subList(2, 3), null, "One box was not there."));
        assertThat(view.status()).isEqualTo(ShipmentStatus.INCOMPLETE);
        process.run(shipment.number(), "event_piecesMissing");
        assertThat(process.factsOf(shipment.number(), "userTask_clarifyDelivery")
                        .get("pieces"))
                .isEqualTo("Monitor 27 inch %s: said to be missing".formatted(serials.get(2)));

        process.complete(
                shipment.number(),
                "userTask_clarifyDelivery",
                Map.of(
                        "deliveryDecision", "arrived",
                        "arrivedOn", calendar.today().toString(),
                        "clarification", "Signed by the neighbour."));

        process.hasEndedBy(shipment.number(), "serviceTask_confirmReceiptByProof", "endEvent_receiptProved");
        var items = shipments.get(shipment.number()).items();
        assertThat(items)
                .extracting(ShipmentView.Item::confirmedBy)
                .containsExactly(ConfirmedBy.RESELLER, ConfirmedBy.RESELLER, ConfirmedBy.PROOF);
        assertThat(inventory.history(items.get(2).device()).get(2).words()).isEqualTo("Signed by the neighbour.");
        assertStates(order, DELIVERED, DELIVERED, DELIVERED);
    }

    @Test
    void theDeskMayWaitOnAndAReceiptEndsItsTask() {
        var shipment = shipAll(delivering());
        process.fire(shipment, "event_receiptDeadline");
        process.complete(shipment, "userTask_clarifyDelivery", Map.of("deliveryDecision", "wait"));
        assertThat(process.waitsAt(shipment)).contains("receiveTask_awaitReceipt");
        process.fire(shipment, "event_receiptDeadline");

        confirm(shipment);

        process.hasEndedBy(shipment, "endEvent_receiptConfirmedLate");
    }

    @Test
    void moreThanWasShippedAndForeignSerialNumbersAreRefusedByName() {
        var order = delivering();
        var shipment = shipments.get(ship(order, "laptop-14", serials(2)));
        var other = shipments.get(ship(order, "monitor-27", serials(1)));
        var serials = serials(shipment);

        assertThatThrownBy(() -> receipts.byReseller(
                        reseller.id(),
                        shipment.number(),
                        new Receipt(
                                List.of(
                                        serials.get(0),
                                        serials.get(0).toLowerCase(),
                                        "NOBODY-1",
                                        serials(other).get(0)),
                                List.of(serials.get(0)),
                                calendar.today().plusDays(1),
                                null)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(field -> field.field() + " " + field.code())
                                .containsExactly(
                                        "received[1] serial-named-twice",
                                        "received[2] serial-not-in-shipment",
                                        "received[3] serial-not-in-shipment",
                                        "missing[0] serial-named-twice",
                                        "on day-ahead"));
        assertThatThrownBy(() -> receipts.byReseller(
                        reseller.id(), shipment.number(), new Receipt(List.of(), List.of(), null, null)))
                .isInstanceOf(Invalid.class);
        assertThat(shipments.get(shipment.number()).open()).hasSize(2);
    }

    @Test
    void anotherResellersShipmentDoesNotExist() {
        var shipment = shipAll(delivering());
        var stranger = new TestParties(organisations, resellers).resellerOf("workplace", "0");

        assertThatThrownBy(() -> shipments.get(stranger.id(), shipment)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> receipts.byReseller(stranger.id(), shipment, received(List.of("A-1"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void carriersMayTellTwiceInAnyOrder() {
        var order = delivering();
        var shipment = shipAll(order);
        var tracking = shipments.get(shipment).trackingNumber();
        var id = "E-" + shipment;

        assertThat(carriers.take(id, tracking, "DELIVERED", calendar.now(), null))
                .isTrue();
        assertThat(carriers.take(id, tracking, "DELIVERED", calendar.now(), null))
                .isFalse();
        assertThat(carriers.take(
                        id + "-0", tracking, "IN_TRANSIT", calendar.now().minusSeconds(60), "Hub"))
                .isTrue();

        assertThat(shipments.get(shipment).status()).isEqualTo(ShipmentStatus.RECEIVED);
        assertThat(shipments.told(shipment))
                .extracting(message -> message.kind())
                .containsExactly("IN_TRANSIT", "DELIVERED");
        assertThatThrownBy(() -> carriers.take(id + "-1", "UNKNOWN-1", "DELIVERED", calendar.now(), null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasGivenUpAsLostIsNotConfirmedByItsParcelTurningUp() {
        var order = delivering();
        var shipment = shipAll(order);
        process.fire(shipment, "event_receiptDeadline");
        process.complete(
                shipment, "userTask_clarifyDelivery", Map.of("deliveryDecision", "lost", "clarification", "Gone."));

        told(shipment, "DELIVERED");

        assertThat(shipments.get(shipment).status()).isEqualTo(ShipmentStatus.LOST);
        assertThatThrownBy(() -> confirm(shipment)).isInstanceOf(Conflict.class);
    }

    @Test
    void ofTwoReceiptsAtTheSameMomentOneCounts() throws Exception {
        var order = delivering();
        var shipment = shipAll(order);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(2);
        var tries = new ArrayList<Callable<Object>>();
        tries.add(() -> {
            start.await();
            return confirm(shipment);
        });
        tries.add(() -> {
            start.await();
            return told(shipment, "DELIVERED");
        });
        var running = tries.stream().map(pool::submit).toList();
        start.countDown();
        for (var one : running) {
            one.get();
        }
        pool.shutdown();

        assertThat(inventory.history(shipments.get(shipment).items().get(0).device()))
                .hasSize(3);
        process.hasEndedBy(shipment, "endEvent_shipmentReceived");
    }

    private boolean told(String shipment, String kind) {
        var tracking = shipments.get(shipment).trackingNumber();
        return carriers.take(shipment + "/" + kind, tracking, kind, calendar.now(), null);
    }

    private static List<String> serials(ShipmentView shipment) {
        return shipment.items().stream().map(ShipmentView.Item::serial).toList();
    }
}
