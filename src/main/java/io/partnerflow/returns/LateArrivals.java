package io.partnerflow.returns;

import io.partnerflow.inventory.Inventory;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Devices that arrive after they were given up as lost and their return was over. They get a return of their own: what is on
 * them is wiped and certified like everything else, and what was charged for them is credited.
 *
 * <p><b>Source:</b> WA-9, WA-10.
 */
@Component
class LateArrivals {

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final ReturnStart start;
    private final ReturnWords words;
    private final Inventory inventory;
    private final Subscriptions subscriptions;

    LateArrivals(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            ReturnStart start,
            ReturnWords words,
            Inventory inventory,
            Subscriptions subscriptions) {
        this.rows = rows;
        this.devices = devices;
        this.start = start;
        this.words = words;
        this.inventory = inventory;
        this.subscriptions = subscriptions;
    }

    /**
     * Begins a return for those of the serial numbers whose own is over without them, one for each that is over.
     *
     * @param person who has received them
     */
    Map<String, List<ReturnedDevice>> begin(Collection<String> serials, String person) {
        var begun = new LinkedHashMap<String, List<ReturnedDevice>>();
        devices.lost(serials).stream()
                .collect(Collectors.groupingBy(ReturnedDevice::number, LinkedHashMap::new, Collectors.toList()))
                .forEach((over, lost) -> {
                    var number = begin(rows.lock(over), lost, person);
                    begun.put(number, devices.of(number));
                });
        return begun;
    }

    private String begin(ReturnView over, List<ReturnedDevice> lost, String person) {
        var found = inventory.find(lost.stream().map(ReturnedDevice::serial).toList());
        return start.ofDevices(subscriptions.get(over.subscription()), Way.DIRECT, words.late(over), person, found);
    }
}
