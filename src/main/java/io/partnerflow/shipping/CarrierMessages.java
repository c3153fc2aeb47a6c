package io.partnerflow.shipping;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What carriers tell us. Messages may come twice and in any order: each is kept once, only the one that says delivered has
 * an effect, and what has been confirmed, lost or recalled before stays as it is.
 */
@ModuleService
public class CarrierMessages {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final ShipmentRows rows;
    private final ShipmentList list;
    private final CarrierEventRows events;
    private final ReceiptBook book;
    private final VendorCalendar calendar;

    CarrierMessages(
            ShipmentRows rows, ShipmentList list, CarrierEventRows events, ReceiptBook book, VendorCalendar calendar) {
        this.rows = rows;
        this.list = list;
        this.events = events;
        this.book = book;
        this.calendar = calendar;
    }

    /**
     * @return whether the message is new
     * @throws Invalid naming every bad field
     * @throws NotFound if none of our shipments has the tracking number
     */
    public boolean take(
            @Nullable String id,
            @Nullable String trackingNumber,
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable String words) {
        var message = checked(id, trackingNumber, kind, at, words);
        var number = rows.tracked(Tracking.normal(message.trackingNumber()))
                .orElseThrow(() -> new NotFound("tracking-number", message.trackingNumber()));
        rows.get(number); // held: of two messages at one moment the second sees the first
        if (!events.keep(number, message, calendar.now())) {
            return false;
        }
        if (CarrierMessage.DELIVERED.equals(message.kind())) {
            delivered(list.find(number).orElseThrow(), message.at());
        }
        return true;
    }

    private CarrierMessage checked(
            @Nullable String id,
            @Nullable String trackingNumber,
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable String words) {
        var problems = new Invalid.Collector();
        var key = Typed.line("id", id, 100, problems);
        var tracking = Typed.line("trackingNumber", trackingNumber, 64, problems);
        var what = Typed.line("status", kind, 40, problems);
        var text = Typed.optionalLine("words", words, 500, problems);
        if (at == null) {
            problems.add(Invalid.Field.of("at", "required", "forms.required", "at"));
        } else if (at.isAfter(calendar.now().plus(CLOCKS_APART))) {
            problems.reject("at", "moment-ahead", at, at);
        }
        problems.throwIfAny();
        return new CarrierMessage(key, tracking, what, Objects.requireNonNull(at), text);
    }

    /** Nobody has confirmed what is still open; a carrier's clock may say that it arrived before it left. */
    private void delivered(ShipmentView shipment, Instant at) {
        var day = calendar.dateOf(at);
        var left = calendar.dateOf(shipment.shippedAt());
        var serials = shipment.items().stream()
                .filter(item -> item.outcome() == Outcome.OPEN)
                .map(ShipmentView.Item::serial)
                .toList();
        book.received(shipment.number(), serials, new ReceiptBook.Word(latest(day, left), ConfirmedBy.CARRIER, null));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
