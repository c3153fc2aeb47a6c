package io.partnerflow.devices;

import static java.time.temporal.ChronoUnit.MICROS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Notices when seats begin to lack, and when they lack no longer. */
@ModuleService
public class CoverageWatch {

    private final DeviceRows rows;
    private final SeatCoverages coverages;
    private final CoverageCases cases;
    private final DeviceTypes types;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    CoverageWatch(
            DeviceRows rows,
            SeatCoverages coverages,
            CoverageCases cases,
            DeviceTypes types,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.coverages = coverages;
        this.cases = cases;
        this.types = types;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * The customer's seats are others than before: a contract has begun or ended, seats were added or taken away. Called
     * in the transaction that changed them, so that a limited account is restored at once. Whatever comes with the
     * calendar alone is noticed by the nightly run.
     */
    public void seatsChanged(UUID customer) {
        look(customer);
    }

    /** The same for many at once, most of whom nobody has counted a device of. */
    public void seatsChanged(Collection<UUID> customers) {
        rows.withDevicesOrCase(customers).forEach(this::look);
    }

    /** Opens a case if seats are missing and there is none, and ends it if nothing is missing. A second time does nothing. */
    void look(UUID customer) {
        rows.lock(customer);
        var fine = coverages.isFine(customer);
        var open = cases.openOf(customer);
        if (fine) {
            open.ifPresent(this::end);
        } else if (open.isEmpty()) {
            open(customer);
        }
    }

    private void open(UUID customer) {
        var missing = coverages.missing(customer);
        var number = numbers.next("CV");
        cases.saveAndFlush(
                CoverageCase.open(number, customer, calendar.now().truncatedTo(MICROS), graceEndsOn(missing.keySet())));
        workflow.start(SeatCoverageProcess.SEATS_MISSING, number);
        audit.record("seats-missing", number, missing.toString());
    }

    private LocalDate graceEndsOn(Set<String> missing) {
        return calendar.today().plusDays(types.graceDays(missing));
    }

    /** A process that is just limiting the account waits for nothing: it looks for itself what is missing. */
    private void end(CoverageCase open) {
        if (workflow.waitsFor(SeatCoverageProcess.SEATS_ADDED, open.number())) {
            open.cover(calendar.now().truncatedTo(MICROS));
            cases.saveAndFlush(open);
            workflow.correlate(SeatCoverageProcess.SEATS_ADDED, open.number());
            audit.record("seats-cover-devices", open.number(), null);
        }
    }
}
