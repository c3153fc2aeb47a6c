package io.partnerflow.processes;

import static io.partnerflow.inventory.DeviceStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shipping.DamageView;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class DamageReportProcessTest extends DeliveryTests {

    @Autowired
    JdbcClient database;

    @Test
    void aDamagedPieceIsReplacedAndTheTermGoesOn() {
        var order = delivering();
        var shipment = arrived(order);
        var broken = shipments.get(shipment).items().get(0).serial();
        var began = orders.get(order).deliveredOn();

        var report =
                damages.byReseller(reseller.id(), shipment, broken.toLowerCase(), "The screen is cracked.", "maria");
        assertThat(process.factsOf(report, "userTask_decideDamage"))
                .containsEntry("serial", broken)
                .containsEntry("damage", "The screen is cracked.");
        process.complete(report, "userTask_decideDamage", Map.of("damageDecision", "replace"));
        assertStates(order, RETURN_ANNOUNCED, IN_USE, IN_USE, ORDERED);
        assertThat(letters(order, "damage-answered")).hasSize(2);
        process.complete(report, "userTask_shipReplacement", Map.of());
        assertThat(process.waitsAt(report)).contains("userTask_shipReplacement");

        var again = ship(order, "laptop-14", serials(1));
        process.hasEndedBy(report, "endEvent_damagedDeviceReplaced");
        confirm(again);

        assertStates(order, RETURN_ANNOUNCED, IN_USE, IN_USE, IN_USE);
        assertThat(orders.get(order).deliveredOn()).isEqualTo(began);
        assertThat(damages.get(report).status()).isEqualTo(DamageView.Status.REPLACED);
    }

    @Test
    void damageCanBeRefusedWithAReason() {
        var order = delivering();
        var shipment = arrived(order);
        var whole = shipments.get(shipment).items().get(1).serial();
        var report = damages.byReseller(reseller.id(), shipment, whole, "A scratch.", "maria");

        process.complete(
                report,
                "userTask_decideDamage",
                Map.of("damageDecision", "refuse", "refusalReason", "A scratch of the packing is no damage."));

        process.hasEndedBy(report, "endEvent_damageRefused");
        assertStates(order, IN_USE, IN_USE, IN_USE);
        assertThat(damages.ofOrder(order))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("A scratch of the packing is no damage."));
        assertThatThrownBy(() -> damages.byReseller(reseller.id(), shipment, whole, "Again.", "maria"))
                .isInstanceOfSatisfying(
                        Conflict.class, twice -> assertThat(twice.code()).isEqualTo("damage-reported"));
    }

    @Test
    void aPieceReplacedForDamageDoesNotHoldUpTheTermOfTheOthers() {
        var order = delivering();
        var laptops = ship(order, "laptop-14", serials(2));
        confirm(laptops);
        var broken = shipments.get(laptops).items().get(0).serial();
        var report = damages.byReseller(reseller.id(), laptops, broken, "It does not start.", "maria");
        process.complete(report, "userTask_decideDamage", Map.of("damageDecision", "replace"));
        var monitor = ship(order, "monitor-27", serials(1));
        confirm(monitor);
        goOn(order);

        process.hasPassed(order, "endEvent_everythingDelivered");
        assertStates(order, RETURN_ANNOUNCED, IN_USE, IN_USE, ORDERED);
    }

    @Test
    void itIsReportedInTimeOfWhatHasArrivedInWords() {
        var order = delivering();
        var shipment = shipAll(order);
        var serial = shipments.get(shipment).items().get(0).serial();

        assertThatThrownBy(() -> damages.byReseller(reseller.id(), shipment, serial, "Broken.", "maria"))
                .isInstanceOfSatisfying(
                        Conflict.class, early -> assertThat(early.code()).isEqualTo("device-not-received"));
        assertThatThrownBy(() -> damages.byReseller(reseller.id(), shipment, "FOREIGN-1", " ", "maria"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("serial", "words"));
        confirm(shipment);
        database.sql("UPDATE shipment_item SET received_on = received_on - 4 WHERE shipment = ?")
                .param(shipment)
                .update();
        assertThatThrownBy(() -> damages.byReseller(reseller.id(), shipment, serial, "Broken.", "maria"))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("damage-too-late"));
    }

    @Test
    void aReportOfACancelledOrderIsClosed() {
        var order = delivering();
        var shipment = ship(order, "laptop-14", serials(2));
        confirm(shipment);
        var serial = shipments.get(shipment).items().get(0).serial();
        var report = damages.byReseller(reseller.id(), shipment, serial, "Broken.", "maria");
        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");
        process.run(order, "serviceTask_suspendOpenAccount");

        process.hasEndedBy(report, "endEvent_damageReportClosed");
        assertStates(order, RETURN_ANNOUNCED, RETURN_ANNOUNCED, CANCELLED);
    }

    /** Everything has arrived, and the term runs. */
    private String arrived(String order) {
        var shipment = shipAll(order);
        confirm(shipment);
        goOn(order);
        return shipment;
    }
}
