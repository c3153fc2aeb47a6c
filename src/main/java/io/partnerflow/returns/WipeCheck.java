package io.partnerflow.returns;

import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was written about wiped media, and knows what may be done to which. */
@Component
class WipeCheck {

    private static final int LONGEST_TOOL = 100;
    private static final int LONGEST_VERSION = 40;
    private static final int MOST_LINES = 2000;
    private static final int COLUMNS = 6;

    private final WipeRows wipes;

    WipeCheck(WipeRows wipes) {
        this.wipes = wipes;
    }

    /** A line that can be written down. */
    record Line(ReturnedDevice device, NewWipe wipe) {}

    /** @throws Invalid on {@code lines[n].…} */
    List<Line> lines(List<ReturnedDevice> devices, String typed) {
        var rows = typed.strip().split("\\R+");
        if (typed.isBlank()) {
            throw Invalid.field("lines", "required", null);
        }
        if (rows.length > MOST_LINES) {
            throw Invalid.field("lines", "too-many-lines", null, MOST_LINES);
        }
        var bySerial = devices.stream().collect(Collectors.toMap(ReturnedDevice::serial, Function.identity()));
        var problems = new Invalid.Collector();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < rows.length; i++) {
            var field = "lines[%d]".formatted(i);
            var cells = rows[i].split("[;,\\t]", -1);
            var device = cells.length == COLUMNS
                    ? SerialNumber.parse(cells[0].replace("\"", ""))
                            .map(serial -> bySerial.get(serial.value()))
                            .orElse(null)
                    : null;
            if (cells.length != COLUMNS) {
                problems.reject(field, "wipe-line", rows[i], COLUMNS);
            } else if (device == null) {
                problems.reject(field + ".serial", "serial-not-announced", cells[0]);
            } else {
                lines.add(new Line(device, checked(device, wipe(cells), field + ".", problems)));
            }
        }
        problems.throwIfAny();
        return lines;
    }

    private static NewWipe wipe(String[] cells) {
        var texts = java.util.Arrays.stream(cells)
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
        return new NewWipe(texts.get(1), texts.get(2), texts.get(3), texts.get(4), result(texts.get(5)));
    }

    /** @return null if it is neither {@code passed} nor {@code failed} */
    static @Nullable Boolean result(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "passed" -> true;
            case "failed" -> false;
            default -> null;
        };
    }

    /** In normal form. @throws Invalid naming every bad field, behind the prefix */
    NewWipe checked(ReturnedDevice device, NewWipe wipe, String prefix) {
        var problems = new Invalid.Collector();
        var good = checked(device, wipe, prefix, problems);
        problems.throwIfAny();
        return good;
    }

    private NewWipe checked(ReturnedDevice device, NewWipe wipe, String prefix, Invalid.Collector problems) {
        var medium = SerialNumber.parse(wipe.medium());
        if (medium.isEmpty()) {
            problems.reject(prefix + "medium", "medium-serial", wipe.medium());
        }
        var method = wipes.method(wipe.method());
        if (method.isEmpty()) {
            problems.reject(prefix + "method", "wipe-method", wipe.method());
        }
        if (method.isPresent() && device.givenUp() && !method.get().destroys()) {
            problems.reject(prefix + "method", "wipe-must-destroy", wipe.method());
        }
        text(prefix + "tool", wipe.tool(), LONGEST_TOOL, problems);
        text(prefix + "toolVersion", wipe.toolVersion(), LONGEST_VERSION, problems);
        if (wipe.passed() == null) {
            problems.reject(prefix + "result", "wipe-result", null);
        }
        return new NewWipe(
                medium.map(SerialNumber::value).orElse(""),
                wipe.method(),
                wipe.tool().strip(),
                wipe.toolVersion().strip(),
                wipe.passed());
    }

    private static void text(String field, String value, int longest, Invalid.Collector problems) {
        if (value.isBlank()) {
            problems.reject(field, "required", null);
        } else if (value.strip().length() > longest) {
            problems.reject(field, "too-long", null, longest);
        }
    }

    /** @throws Conflict {@code device-not-to-wipe}, {@code medium-wiped}, {@code too-many-media} */
    void allowed(ReturnedDevice device, List<WipeRecord> before, NewWipe wipe) {
        if (before.stream().anyMatch(one -> one.passed() && one.medium().equals(wipe.medium()))) {
            throw new Conflict("medium-wiped", wipe.medium(), device.serial());
        }
        if (!device.canBeWiped()) {
            throw new Conflict("device-not-to-wipe", device.serial());
        }
        var media = before.stream().map(WipeRecord::medium).collect(Collectors.toSet());
        media.add(wipe.medium());
        if (media.size() > device.media()) {
            throw new Conflict("too-many-media", device.serial(), device.media());
        }
    }
}
