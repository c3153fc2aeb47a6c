package io.partnerflow.devices;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.joining;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in how many devices of each type stand at a customer. */
@ModuleService
public class DeviceCounts {

    private final DeviceRows rows;
    private final CountCheck check;
    private final Resellers resellers;
    private final CoverageWatch watch;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    DeviceCounts(
            DeviceRows rows,
            CountCheck check,
            Resellers resellers,
            CoverageWatch watch,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.check = check;
        this.resellers = resellers;
        this.watch = watch;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Takes counts in. Types that are not named keep what they have. The same counts a second time change nothing, and a
     * count older than the one that is known is left aside.
     *
     * <p><b>Source:</b> A-06, A-12, A-15.
     *
     * @param countedAt when all of them were counted; null if the sender left it out, which is refused
     * @param reportedBy who tells, such as an e-mail address
     * @return one receipt per count, in the same order
     * @throws NotFound if the reseller has no such customer
     * @throws io.partnerflow.shared.Forbidden if its link to the customer does not let it order
     * @throws Invalid with every bad field; then nothing was taken
     * @throws Conflict {@code count-contradicts} if another number is known for the same moment; nothing was taken
     */
    public List<CountReceipt> report(
            UUID reseller,
            UUID customer,
            List<ReportedCount> reported,
            @Nullable Instant countedAt,
            String reportedBy) {
        if (!resellers.takesCareOf(reseller, customer)) {
            throw new NotFound("organisation", customer);
        }
        resellers.requireOrdersFor(reseller, customer);
        var moment = countedAt == null ? null : countedAt.truncatedTo(MICROS);
        var counts = check.check(reported, moment);
        rows.lock(customer);
        var receipts =
                counts.stream().map(count -> take(customer, count, reportedBy)).toList();
        record(customer, receipts);
        watch.look(customer);
        return receipts;
    }

    private CountReceipt take(UUID customer, DeviceCount count, String reportedBy) {
        var known = rows.find(customer, count.type());
        if (known.isPresent() && count.countedAt().isBefore(known.get().countedAt())) {
            return new CountReceipt(count, CountReceipt.Outcome.OLDER, known.get());
        }
        if (known.isPresent() && count.countedAt().equals(known.get().countedAt())) {
            if (count.devices() != known.get().devices()) {
                throw new Conflict(
                        "count-contradicts", count.type(), known.get().devices(), count.devices());
            }
            return new CountReceipt(count, CountReceipt.Outcome.KNOWN, known.get());
        }
        rows.take(customer, count, calendar.now(), reportedBy);
        return new CountReceipt(count, CountReceipt.Outcome.TAKEN, count);
    }

    private void record(UUID customer, List<CountReceipt> receipts) {
        var taken = receipts.stream()
                .filter(receipt -> receipt.outcome() == CountReceipt.Outcome.TAKEN)
                .map(receipt -> "%s %d"
                        .formatted(receipt.current().type(), receipt.current().devices()))
                .collect(joining(", "));
        if (!taken.isEmpty()) {
            audit.record("devices-counted", customer.toString(), taken);
        }
    }
}
