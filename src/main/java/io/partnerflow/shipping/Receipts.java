package io.partnerflow.shipping;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** How a receipt reaches us from people: from the reseller, and from the customer by the link in its letter. */
@ModuleService
public class Receipts {

    private static final int LONGEST_WORDS = 2000;

    private final ShipmentList list;
    private final ReceiptBook book;
    private final OneTimeLinks links;
    private final VendorCalendar calendar;

    Receipts(ShipmentList list, ReceiptBook book, OneTimeLinks links, VendorCalendar calendar) {
        this.list = list;
        this.book = book;
        this.links = links;
        this.calendar = calendar;
    }

    /**
     * The reseller says what arrived. Saying the same again changes nothing.
     *
     * @throws NotFound if there is no such shipment, or it is another reseller's
     * @throws Invalid naming every serial number that was not in the shipment, or stands there twice
     * @throws Conflict {@code shipment-ended} if what is confirmed was recalled or given up as lost
     */
    public ShipmentView byReseller(UUID reseller, String number, Receipt receipt) {
        return take(of(reseller, number), receipt, ConfirmedBy.RESELLER);
    }

    /** The customer says what arrived; as {@link #byReseller}. @throws NotFound if the link is unusable */
    public ShipmentView byCustomer(String secret, Receipt receipt) {
        return take(behind(secret), receipt, ConfirmedBy.CUSTOMER);
    }

    /** Looking changes nothing: mail scanners look at links too. @throws NotFound if the link is unusable */
    @Transactional(readOnly = true)
    public ShipmentView behind(String secret) {
        return links.look(ShipmentLetters.RECEIPT, secret)
                .flatMap(list::find)
                .orElseThrow(() -> new NotFound("link", "receipt"));
    }

    private ShipmentView of(UUID reseller, String number) {
        return list.find(number)
                .filter(one -> one.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("shipment", number));
    }

    private ShipmentView take(ShipmentView shipment, Receipt receipt, ConfirmedBy by) {
        var problems = new Invalid.Collector();
        var named = new Named(shipment, problems);
        var received = named.read("received", receipt.received());
        var missing = named.read("missing", receipt.missing());
        if (received.isEmpty() && missing.isEmpty() && problems.isEmpty()) {
            problems.reject("received", "serial-needed", null);
        }
        var day = day(shipment, receipt.on(), problems);
        var words = Typed.optionalText("words", receipt.words(), LONGEST_WORDS, problems);
        problems.throwIfAny();
        book.received(shipment.number(), received, new ReceiptBook.Word(day, by, null));
        book.missing(shipment.number(), missing, words);
        return list.find(shipment.number()).orElseThrow();
    }

    private LocalDate day(ShipmentView shipment, @Nullable LocalDate typed, Invalid.Collector problems) {
        var today = calendar.today();
        var left = calendar.dateOf(shipment.shippedAt());
        if (typed != null && typed.isAfter(today)) {
            problems.reject("on", "day-ahead", typed, typed);
        } else if (typed != null && typed.isBefore(left)) {
            problems.reject("on", "before-shipment", typed, typed, left);
        }
        return typed == null ? today : typed;
    }

    /** Serial numbers as somebody names them: each in this shipment, and once. */
    private static final class Named {

        private final ShipmentView shipment;
        private final Invalid.Collector problems;
        private final Map<String, String> seen = new HashMap<>();

        Named(ShipmentView shipment, Invalid.Collector problems) {
            this.shipment = shipment;
            this.problems = problems;
        }

        List<String> read(String field, List<String> typed) {
            var good = new ArrayList<String>();
            for (var index = 0; index < typed.size(); index++) {
                var place = "%s[%d]".formatted(field, index);
                var text = typed.get(index);
                var serial = SerialNumber.parse(text).map(SerialNumber::value).orElse("");
                var item = shipment.items().stream()
                        .filter(one -> one.serial().equals(serial))
                        .findFirst();
                if (item.isEmpty()) {
                    problems.reject(place, "serial-not-in-shipment", text, text, shipment.number());
                } else if (seen.putIfAbsent(serial, place) != null) {
                    problems.reject(place, "serial-named-twice", text, serial);
                } else if ("missing".equals(field) && item.get().outcome() == Outcome.RECEIVED) {
                    problems.reject(place, "serial-received-already", text, serial);
                } else {
                    good.add(serial);
                }
            }
            return good;
        }
    }
}
