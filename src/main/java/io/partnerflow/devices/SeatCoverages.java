package io.partnerflow.devices;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.pricing.SeatCoverage;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Whether seats cover devices; asked by pages, orders and the steps of the process. Authorised where the customer is. */
@ModuleService
@Transactional(readOnly = true)
public class SeatCoverages {

    private final DeviceRows devices;
    private final CoverageRows rows;
    private final CoverageCases cases;
    private final DeviceTypes types;
    private final VendorCalendar calendar;

    SeatCoverages(
            DeviceRows devices, CoverageRows rows, CoverageCases cases, DeviceTypes types, VendorCalendar calendar) {
        this.devices = devices;
        this.rows = rows;
        this.cases = cases;
        this.types = types;
        this.calendar = calendar;
    }

    /**
     * Seats beside devices, type by type, today.
     *
     * <p><b>Source:</b> A-06, A-12, A-15, C-21.
     */
    public Coverage of(UUID customer) {
        var today = calendar.today();
        var counts = devices.of(customer).stream().collect(toMap(DeviceCount::type, identity()));
        var seats = rows.seats(customer, today);
        var missing = SeatCoverage.of(seats, numbers(customer)).missing();
        var all = new TreeSet<>(counts.keySet());
        all.addAll(seats.keySet());
        var lines = all.stream()
                .map(type -> line(type, seats, counts, missing))
                .filter(line -> line.seats() > 0 || line.devices() > 0)
                .toList();
        return new Coverage(
                lines,
                cases.openOf(customer).map(open -> open.view(calendar.zone())).orElse(null),
                rows.excusedUntil(customer, today).orElse(null));
    }

    private static TypeCoverage line(
            String type, Map<String, Integer> seats, Map<String, DeviceCount> counts, Map<String, Integer> missing) {
        var count = counts.get(type);
        return new TypeCoverage(
                type,
                seats.getOrDefault(type, 0),
                count == null ? 0 : count.devices(),
                missing.getOrDefault(type, 0),
                count == null ? null : count.countedAt());
    }

    /**
     * The types an order asks for too few seats of. More seats than devices are always fine, and contracts that run when
     * it begins count as well. Empty where the vendor has excused the customer.
     *
     * <p><b>Source:</b> AA-12, A-24.
     *
     * @param begins first day of what is ordered; one in the past counts as today
     * @param ordered pieces by type of device
     * @return by type; without types that are ordered in full or not at all
     */
    public List<NeededSeats> needed(UUID customer, LocalDate begins, Map<String, Integer> ordered) {
        var today = calendar.today();
        if (ordered.isEmpty() || rows.excusedUntil(customer, today).isPresent()) {
            return List.of();
        }
        var running = rows.seats(customer, begins.isBefore(today) ? today : begins);
        var seats = new HashMap<>(running);
        ordered.forEach((type, quantity) -> seats.merge(type, quantity, Integer::sum));
        var counted = numbers(customer);
        counted.keySet().retainAll(ordered.keySet());
        return SeatCoverage.of(seats, counted).missing().entrySet().stream()
                .map(lacking -> new NeededSeats(
                        lacking.getKey(),
                        TypeName.of(lacking.getKey()),
                        counted.get(lacking.getKey()),
                        running.getOrDefault(lacking.getKey(), 0),
                        ordered.get(lacking.getKey()) + lacking.getValue()))
                .toList();
    }

    /** The type of device a product covers, by code of the product; without products that cover none. */
    public Map<String, String> typesByProduct() {
        return types.byProduct();
    }

    /** Numbers of every case of missing seats the customer has or had. */
    public List<String> casesOf(UUID customer) {
        return cases.numbersOf(customer);
    }

    /** Seats that lack today, by type. */
    SortedMap<String, Integer> missing(UUID customer) {
        return SeatCoverage.of(rows.seats(customer, calendar.today()), numbers(customer))
                .missing();
    }

    /** Whether there is nothing to do about the customer: nothing is missing, or the vendor accepts it. */
    boolean isFine(UUID customer) {
        return missing(customer).isEmpty()
                || rows.excusedUntil(customer, calendar.today()).isPresent();
    }

    /** Customers about whom something has to be done; see {@link CoverageRows#toLookAt}. */
    List<UUID> toLookAt(@Nullable UUID after, int most) {
        return rows.toLookAt(calendar.today(), after, most);
    }

    private Map<String, Integer> numbers(UUID customer) {
        var numbers = new HashMap<String, Integer>();
        devices.of(customer).forEach(count -> numbers.put(count.type(), count.devices()));
        return numbers;
    }
}
