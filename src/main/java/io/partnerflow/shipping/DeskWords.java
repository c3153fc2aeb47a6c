package io.partnerflow.shipping;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deliveries in the words of the logistics desk, for its tasks. */
@Component
class DeskWords {

    private static final int LISTED = 50;

    private final Orders orders;
    private final OrderWords words;
    private final Inventory inventory;
    private final Destinations destinations;
    private final Formats formats;
    private final Locale staff;

    DeskWords(
            Orders orders,
            OrderWords words,
            Inventory inventory,
            Destinations destinations,
            Vendor vendor,
            VendorLanguage staff) {
        this.orders = orders;
        this.words = words;
        this.inventory = inventory;
        this.destinations = destinations;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    String customer(String order) {
        return words.card(orders.get(order).customer());
    }

    String reseller(String order) {
        return words.card(orders.get(order).reseller());
    }

    String destination(String order) {
        var to = destinations.of(orders.get(order));
        var address = String.join("\n", to.address().lines(staff));
        return "%s%s\n%s".formatted(to.recipient(), to.viaReseller() ? " (the reseller)" : "", address);
    }

    static String page(String order) {
        return "/staff/shipping/" + order;
    }

    /** The first ones, since a task has limits; all of them stand on the shipping page. */
    String devices(String order, Predicate<InventoryDevice> which) {
        var found = inventory.ofContract(order).stream().filter(which).toList();
        return list(found.stream()
                .map(device -> "%s %s"
                        .formatted(device.productName(), Objects.requireNonNullElse(device.serial(), ""))
                        .strip())
                .toList());
    }

    static String list(List<String> lines) {
        var listed = lines.stream().limit(LISTED).collect(joining("\n"));
        return lines.size() <= LISTED ? listed : "%s\n… %d more".formatted(listed, lines.size() - LISTED);
    }

    String day(@Nullable LocalDate day) {
        return day == null ? "" : formats.date(day);
    }

    String time(Instant moment) {
        return formats.time(moment);
    }
}
