package io.partnerflow.orders;

import io.partnerflow.devices.NeededSeats;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whether an order has a seat for every device that is deployed, of the types it is for.
 *
 * <p><b>Source:</b> AA-12, A-06.
 */
@Component
public class SeatsForDevices {

    private final SeatCoverages coverages;
    private final VendorCalendar calendar;

    SeatsForDevices(SeatCoverages coverages, VendorCalendar calendar) {
        this.coverages = coverages;
        this.calendar = calendar;
    }

    /** @throws Invalid at every quantity that is too small, saying how many are needed */
    public void require(WantedOrder wanted, OrderFields fields) {
        var problems = new Invalid.Collector();
        check(wanted, fields, problems);
        problems.throwIfAny();
    }

    /** Says nothing about an order that is wrong already in what this depends on. */
    void check(WantedOrder wanted, OrderFields fields, Invalid.Collector problems) {
        if (wanted.customer() == null || !problems.isEmpty()) {
            return;
        }
        var types = coverages.typesByProduct();
        var begins = Objects.requireNonNullElse(wanted.startDate(), calendar.today());
        coverages
                .needed(wanted.customer(), begins, ordered(wanted, types))
                .forEach(needed -> reject(wanted, fields, types, needed, problems));
    }

    private static Map<String, Integer> ordered(WantedOrder wanted, Map<String, String> types) {
        var ordered = new HashMap<String, Integer>();
        for (var line : wanted.lines()) {
            if (line.quantity() != null && types.containsKey(line.product())) {
                ordered.merge(types.get(line.product()), line.quantity(), Integer::sum);
            }
        }
        return ordered;
    }

    private static void reject(
            WantedOrder wanted,
            OrderFields fields,
            Map<String, String> types,
            NeededSeats needed,
            Invalid.Collector problems) {
        for (var index = 0; index < wanted.lines().size(); index++) {
            var line = wanted.lines().get(index);
            if (needed.type().equals(types.get(line.product()))) {
                problems.reject(
                        fields.line(index, "quantity"),
                        "seats-below-devices",
                        line.quantity(),
                        needed.devices(),
                        needed.name(),
                        needed.running(),
                        needed.atLeast());
            }
        }
    }
}
