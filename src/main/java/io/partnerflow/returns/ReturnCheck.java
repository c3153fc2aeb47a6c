package io.partnerflow.returns;

import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what is wrong with the wish to send single devices back. */
@Component
class ReturnCheck {

    private static final int MOST_DEVICES = 500;
    private static final int LONGEST_REASON = 500;

    /** @throws Invalid naming every bad field */
    List<InventoryDevice> chosen(List<InventoryDevice> possible, WantedReturn wanted) {
        var problems = new Invalid.Collector();
        if (wanted.serials().isEmpty()) {
            problems.reject("serials", "return-nothing", null);
        }
        if (wanted.serials().size() > MOST_DEVICES) {
            problems.reject("serials", "too-many-lines", wanted.serials().size(), MOST_DEVICES);
            problems.throwIfAny();
        }
        if (wanted.reason().isBlank()) {
            problems.reject("reason", "return-reason", null);
        } else if (wanted.reason().strip().length() > LONGEST_REASON) {
            problems.reject("reason", "too-long", null, LONGEST_REASON);
        }
        var chosen = chosen(possible, wanted.serials(), problems);
        problems.throwIfAny();
        return chosen;
    }

    private static List<InventoryDevice> chosen(
            List<InventoryDevice> possible, List<String> serials, Invalid.Collector problems) {
        var seen = new HashSet<String>();
        var chosen = new ArrayList<InventoryDevice>();
        for (var i = 0; i < serials.size(); i++) {
            var typed = serials.get(i);
            var field = "serials[%d]".formatted(i);
            var device = SerialNumber.parse(typed)
                    .flatMap(serial -> possible.stream()
                            .filter(one -> serial.value().equals(one.serial()))
                            .findFirst());
            if (device.isEmpty()) {
                problems.reject(field, "serial-not-returnable", typed);
            } else if (!seen.add(device.get().serial())) {
                problems.reject(field, "serial-repeated", typed);
            } else {
                chosen.add(device.get());
            }
        }
        return chosen;
    }
}
