package io.partnerflow.shipping;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.shared.Invalid;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to send off: every bad line with its reason, or which device gets which serial number. */
@Component
class WantedShipmentCheck {

    private static final int MOST_LINES = 2000;
    private static final Pattern TRACKING = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,63}");

    private final Inventory inventory;
    private final ShippingSettings settings;
    private final ShipmentRows shipments;

    WantedShipmentCheck(Inventory inventory, ShippingSettings settings, ShipmentRows shipments) {
        this.inventory = inventory;
        this.settings = settings;
        this.shipments = shipments;
    }

    /** @param pieces which device gets which serial number, in the order of the lines */
    record Checked(Map<UUID, SerialNumber> pieces, Parcel parcel) {}

    /** @throws Invalid naming every bad line and field */
    Checked check(String order, WantedShipment wanted) {
        var problems = new Invalid.Collector();
        var parcel = parcel(wanted, problems);
        if (wanted.lines().isEmpty()) {
            problems.reject("serials", "serial-needed", null);
        } else if (wanted.lines().size() > MOST_LINES) {
            problems.reject("serials", "too-many-lines", wanted.lines().size(), MOST_LINES);
        }
        problems.throwIfAny();
        var pieces = new Lines(inventory.ofContract(order), known(wanted), problems).read(wanted.lines());
        problems.throwIfAny();
        return new Checked(pieces, parcel);
    }

    private Map<String, InventoryDevice> known(WantedShipment wanted) {
        var serials = wanted.lines().stream()
                .flatMap(line -> SerialNumber.parse(line.serial()).stream())
                .map(SerialNumber::value)
                .distinct()
                .toList();
        return inventory.find(serials).stream().collect(toMap(device -> String.valueOf(device.serial()), one -> one));
    }

    private Parcel parcel(WantedShipment wanted, Invalid.Collector problems) {
        var carrier = wanted.carrier() == null ? "" : wanted.carrier().strip();
        if (settings.carrier(carrier).isEmpty()) {
            var accepted = String.join(
                    ", ",
                    settings.carriers().stream()
                            .map(ShippingSettings.Carrier::code)
                            .toList());
            problems.reject("carrier", "carrier-unknown", carrier, carrier, accepted);
        }
        return new Parcel(carrier, tracking(wanted.trackingNumber(), problems));
    }

    private @Nullable String tracking(@Nullable String typed, Invalid.Collector problems) {
        var number = Tracking.normal(typed);
        if (number.isEmpty()) {
            return null;
        }
        if (!TRACKING.matcher(number).matches()) {
            problems.reject("trackingNumber", "tracking-number-wrong", typed);
        } else {
            shipments
                    .tracked(number)
                    .ifPresent(
                            other -> problems.reject("trackingNumber", "tracking-number-taken", typed, number, other));
        }
        return number;
    }

    /** One reading of the lines: each takes a piece away. */
    private static final class Lines {

        private final Map<String, Queue<InventoryDevice>> left = new LinkedHashMap<>();
        private final Map<String, String> codes = new HashMap<>();
        private final Map<String, InventoryDevice> known;
        private final Map<String, WantedShipment.Line> seen = new HashMap<>();
        private final Map<UUID, SerialNumber> pieces = new LinkedHashMap<>();
        private final Invalid.Collector problems;

        Lines(List<InventoryDevice> devices, Map<String, InventoryDevice> known, Invalid.Collector problems) {
            this.known = known;
            this.problems = problems;
            for (var device : devices) {
                codes.put(device.product().toLowerCase(Locale.ROOT), device.product());
                codes.put(device.productName().toLowerCase(Locale.ROOT), device.product());
                var queue = left.computeIfAbsent(device.product(), product -> new ArrayDeque<>());
                if (device.status() == DeviceStatus.ORDERED) {
                    queue.add(device);
                }
            }
        }

        Map<UUID, SerialNumber> read(List<WantedShipment.Line> lines) {
            lines.forEach(this::read);
            return pieces;
        }

        private void read(WantedShipment.Line line) {
            var serial = SerialNumber.parse(line.serial());
            if (serial.isEmpty()) {
                reject(line, "serial-wrong", line.serial());
            } else if (seen.putIfAbsent(serial.get().value(), line) != null) {
                reject(
                        line,
                        "serial-twice",
                        serial.get(),
                        seen.get(serial.get().value()).number());
            } else if (known.containsKey(serial.get().value())) {
                var other = known.get(serial.get().value());
                reject(line, "serial-known", serial.get(), other.productName(), other.order());
            } else {
                take(line, serial.get());
            }
        }

        private void take(WantedShipment.Line line, SerialNumber serial) {
            var product = product(line);
            if (product == null) {
                reject(line, line.product() == null ? "product-needed" : "product-not-ordered", line.product());
                return;
            }
            var piece = left.get(product).poll();
            if (piece == null) {
                reject(line, "piece-not-ordered", serial, line.product() == null ? product : line.product());
            } else {
                pieces.put(piece.id(), serial);
            }
        }

        /** Where a line names no product, it can only be the one of which pieces are left. */
        private @Nullable String product(WantedShipment.Line line) {
            if (line.product() != null) {
                return codes.get(line.product().strip().toLowerCase(Locale.ROOT));
            }
            var open = left.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            return open.size() == 1 || (open.isEmpty() && left.size() == 1)
                    ? (open.isEmpty() ? left.keySet().iterator().next() : open.get(0))
                    : null;
        }

        private void reject(WantedShipment.Line line, String code, @Nullable Object... args) {
            var all = new Object[args.length + 1];
            all[0] = line.number();
            for (var index = 0; index < args.length; index++) {
                all[index + 1] = String.valueOf(args[index]);
            }
            problems.reject(line.field(), code, line.serial(), all);
        }
    }
}
