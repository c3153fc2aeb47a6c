package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.UnexpectedArrival.Why;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes parcels in, line by line; what nobody announced is written down and named. */
@ModuleService
public class Receiving {

    private static final int MOST_LINES = 2000;
    private static final int LONGEST_SHOWN = 80;

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final LateArrivals lateArrivals;
    private final Agenda agenda;
    private final Inventory inventory;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Receiving(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            LateArrivals lateArrivals,
            Agenda agenda,
            Inventory inventory,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.lateArrivals = lateArrivals;
        this.agenda = agenda;
        this.inventory = inventory;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Takes in what has arrived. A number that was taken in before changes nothing; so entering a list twice is harmless. A
     * device that was given up as lost in a return that is over goes on in a return of its own.
     *
     * @param typed one serial number a line; of a line of a CSV file the first column counts
     * @param person who has received it
     * @throws NotFound if there is no such return
     * @throws Invalid on {@code serials} if there is nothing, or too much
     * @throws Conflict {@code return-completed} if every device has its end and none of the list was given up
     */
    public Receipt receive(String number, String typed, String person) {
        var head = rows.lock(number);
        var unreadable = new ArrayList<Receipt.BadLine>();
        var serials = new ArrayList<>(read(typed, unreadable));
        var late = takeLate(serials, person);
        if (!head.open() && late.isEmpty()) {
            throw new Conflict("return-completed", number);
        }
        serials.removeAll(late.stream().map(LateArrival::serial).toList());
        var announced =
                devices.of(number).stream().collect(Collectors.toMap(ReturnedDevice::serial, Function.identity()));
        var taken = new ArrayList<String>();
        var already = new ArrayList<String>();
        var unexpected = new ArrayList<String>();
        serials.forEach(serial -> sort(head, announced.get(serial), serial, taken, already, unexpected));
        taken.forEach(serial -> take(announced.get(serial), person));
        var strangers = writeDown(head, unexpected, person);
        audit.record("devices-received", number, "%s by %s".formatted(String.join(", ", taken), person));
        agenda.moveOn(head, person);
        return new Receipt(taken, already, late, strangers, unreadable);
    }

    private static List<String> read(String typed, List<Receipt.BadLine> unreadable) {
        var lines = typed.split("\\R");
        if (typed.isBlank()) {
            throw Invalid.field("serials", "required", null);
        }
        if (lines.length > MOST_LINES) {
            throw Invalid.field("serials", "too-many-lines", null, MOST_LINES);
        }
        var serials = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < lines.length; i++) {
            var text = lines[i].split("[,;\\t]", 2)[0].replace("\"", "").strip();
            var line = i + 1;
            if (text.isEmpty()
                    || line == 1 && text.toLowerCase(java.util.Locale.ROOT).matches("serial( ?number)?s?")) {
                continue;
            }
            SerialNumber.parse(text)
                    .ifPresentOrElse(
                            serial -> serials.putIfAbsent(serial.value(), line),
                            () -> unreadable.add(new Receipt.BadLine(
                                    line, text.substring(0, Math.min(LONGEST_SHOWN, text.length())))));
        }
        return List.copyOf(serials.keySet());
    }

    private static void sort(
            ReturnView head,
            @org.jspecify.annotations.Nullable ReturnedDevice device,
            String serial,
            List<String> taken,
            List<String> already,
            List<String> unexpected) {
        if (device == null) {
            unexpected.add(serial);
        } else if (device.missing() || head.open() && device.endedAs() == End.LOST) {
            taken.add(serial);
        } else {
            already.add(serial);
        }
    }

    private List<LateArrival> takeLate(List<String> serials, String person) {
        var late = new ArrayList<LateArrival>();
        lateArrivals
                .begin(serials, person)
                .forEach((number, lost) -> lost.forEach(device -> {
                    take(device, person);
                    late.add(new LateArrival(device.serial(), number));
                    audit.record("device-arrived-late", number, "%s by %s".formatted(device.serial(), person));
                }));
        return late;
    }

    private void take(ReturnedDevice device, String person) {
        devices.receive(device, person);
        inventory
                .find(new SerialNumber(device.serial()))
                .ifPresent(one -> inventory.received(one.id(), Reason.of(device.number())));
    }

    private List<UnexpectedArrival> writeDown(ReturnView head, List<String> serials, String person) {
        Map<String, InventoryDevice> known = inventory.find(serials).stream()
                .collect(Collectors.toMap(
                        one -> Optional.ofNullable(one.serial()).orElseThrow(), Function.identity()));
        return serials.stream()
                .map(serial -> {
                    var why = why(head, Optional.ofNullable(known.get(serial)));
                    devices.unexpected(head.number(), serial, why, person);
                    return new UnexpectedArrival(serial, why, calendar.now(), person);
                })
                .toList();
    }

    private static Why why(ReturnView head, Optional<InventoryDevice> device) {
        if (device.isEmpty()) {
            return Why.UNKNOWN;
        }
        if (!device.get().order().equals(head.order())) {
            return Why.FOREIGN;
        }
        var over = device.get().status().isEnd() && device.get().status() != DeviceStatus.LOST;
        return over ? Why.ENDED : Why.NOT_ANNOUNCED;
    }
}
