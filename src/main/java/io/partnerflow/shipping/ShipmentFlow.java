package io.partnerflow.shipping;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one shipment that nobody clicks; for this module's delegates. */
@ModuleService
class ShipmentFlow {

    private final ShipmentRows rows;
    private final ShipmentList list;
    private final ReceiptBook book;
    private final Inventory inventory;
    private final DeliveryTurn turn;
    private final ShipmentLetters letters;
    private final ShippingSettings settings;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ShipmentFlow(
            ShipmentRows rows,
            ShipmentList list,
            ReceiptBook book,
            Inventory inventory,
            DeliveryTurn turn,
            ShipmentLetters letters,
            ShippingSettings settings,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.list = list;
        this.book = book;
        this.inventory = inventory;
        this.turn = turn;
        this.letters = letters;
        this.settings = settings;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** @return when to ask for the receipt and until when to wait, in this order */
    List<Instant> announce(String number) {
        letters.sent(view(number));
        audit.record("shipment-sent", number, null);
        var left = view(number).shippedAt();
        return List.of(left.plus(settings.receiptReminder()), left.plus(settings.receiptDeadline()));
    }

    /** The desk waits on: as long again from now. @return until when */
    Instant waitOn() {
        return calendar.now().plus(settings.receiptDeadline());
    }

    void remind(String number) {
        letters.receiptReminder(view(number));
    }

    /** @param day as the desk chose it, {@code 2026-11-21}; one before the shipment or ahead of today counts as today */
    void confirmByProof(String number, @Nullable String day, @Nullable String words) {
        var shipment = view(number);
        var serials = shipment.open().stream().map(ShipmentView.Item::serial).toList();
        book.received(number, serials, new ReceiptBook.Word(dayOf(shipment, day), ConfirmedBy.PROOF, words));
    }

    private LocalDate dayOf(ShipmentView shipment, @Nullable String typed) {
        try {
            var day = typed == null ? calendar.today() : LocalDate.parse(typed);
            return day.isAfter(calendar.today()) || day.isBefore(calendar.dateOf(shipment.shippedAt()))
                    ? calendar.today()
                    : day;
        } catch (DateTimeParseException unreadable) {
            return calendar.today();
        }
    }

    /** What has not arrived is lost; as many pieces are ordered again. */
    void writeOff(String number, @Nullable String words) {
        var shipment = rows.get(number);
        var why = Reason.of(number, words);
        shipment.writeOff().forEach(device -> {
            inventory.lost(device, why);
            inventory.replace(device, why);
        });
        rows.saveAndFlush(shipment);
        audit.record("shipment-lost", number, words);
        letters.lost(view(number));
        turn.lookAgain(shipment.order());
    }

    private ShipmentView view(String number) {
        return list.find(number).orElseThrow(() -> new NotFound("shipment", number));
    }
}
