package io.partnerflow.shipping;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.Workflow;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books what arrived and what was missing, whoever says so: the first word counts, the same word again does nothing. */
@Component
class ReceiptBook {

    private final ShipmentRows rows;
    private final Inventory inventory;
    private final Orders orders;
    private final DeliveryTurn turn;
    private final Workflow workflow;
    private final AuditTrail audit;

    ReceiptBook(
            ShipmentRows rows,
            Inventory inventory,
            Orders orders,
            DeliveryTurn turn,
            Workflow workflow,
            AuditTrail audit) {
        this.rows = rows;
        this.inventory = inventory;
        this.orders = orders;
        this.turn = turn;
        this.workflow = workflow;
        this.audit = audit;
    }

    /** @param words null if there are none */
    record Word(LocalDate day, ConfirmedBy by, @Nullable String words) {}

    /** @throws Conflict {@code shipment-ended} if what is confirmed was recalled or given up as lost */
    void received(String number, Collection<String> serials, Word word) {
        var shipment = rows.get(number);
        var arrived = shipment.receive(serials, word.day(), word.by());
        if (arrived.isEmpty()) {
            return;
        }
        rows.saveAndFlush(shipment);
        arrived.forEach(device -> delivered(device, Reason.of(number, word.words())));
        audit.record(
                "shipment-receipt",
                number,
                "%d by %s on %s".formatted(arrived.size(), word.by().name().toLowerCase(Locale.ROOT), word.day()));
        if (shipment.status() == ShipmentStatus.RECEIVED) {
            tell(DeliveryProcess.SHIPMENT_RECEIVED, number);
        }
        turn.lookAgain(shipment.order());
    }

    /** What replaces a piece of a contract that runs is in use at once. */
    private void delivered(UUID device, Reason why) {
        inventory.delivered(device, why);
        var order = inventory.get(device).order();
        if (orders.get(order).deliveredOn() != null) {
            inventory.putToUse(order, why);
        }
    }

    void missing(String number, Collection<String> serials, @Nullable String words) {
        var shipment = rows.get(number);
        if (shipment.miss(serials)) {
            rows.saveAndFlush(shipment);
            audit.record("shipment-incomplete", number, words);
            tell(DeliveryProcess.SHIPMENT_INCOMPLETE, number);
        }
    }

    private void tell(String message, String number) {
        if (workflow.waitsFor(message, number)) {
            workflow.correlate(message, number);
        }
    }
}
