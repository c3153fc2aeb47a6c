package io.partnerflow.devices;

import static java.time.temporal.ChronoUnit.MICROS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;

/** What the steps of the process about missing seats do. */
@ModuleService
class CoverageSteps {

    private final CoverageCases cases;
    private final SeatCoverages coverages;
    private final DeviceRows devices;
    private final LimitedAccounts accounts;
    private final CoverageLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    CoverageSteps(
            CoverageCases cases,
            SeatCoverages coverages,
            DeviceRows devices,
            LimitedAccounts accounts,
            CoverageLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.cases = cases;
        this.coverages = coverages;
        this.devices = devices;
        this.accounts = accounts;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** @return when to remind, and when the account is limited */
    GraceMoments warn(String number) {
        var warned = cases.get(number);
        letters.warn(warned, coverages.of(warned.customer()));
        return GraceMoments.of(calendar.today(), warned.graceEndsOn(), calendar);
    }

    void remind(String number) {
        var warned = cases.get(number);
        letters.remind(warned, coverages.of(warned.customer()));
    }

    /**
     * Limits the customer's accounts, unless nothing is missing by now. Nobody else judges the customer's seats
     * meanwhile, so that seats which are added at this very moment are seen here or find the process waiting.
     *
     * @return whether seats are missing
     */
    boolean limit(String number) {
        var warned = cases.get(number);
        devices.lock(warned.customer());
        if (coverages.isFine(warned.customer())) {
            warned.cover(calendar.now().truncatedTo(MICROS));
            cases.saveAndFlush(warned);
            accounts.restore(warned.customer(), number);
            audit.record("seats-cover-devices", number, null);
            return false;
        }
        accounts.limit(warned.customer(), number);
        warned.limit(calendar.now().truncatedTo(MICROS));
        cases.saveAndFlush(warned);
        audit.record("account-limited", number, null);
        return true;
    }

    void reportLimited(String number) {
        var limited = cases.get(number);
        letters.limited(limited, coverages.of(limited.customer()));
    }

    void restore(String number) {
        var restored = cases.get(number);
        accounts.restore(restored.customer(), number);
        audit.record("account-restored", number, null);
    }

    void reportFull(String number) {
        var restored = cases.get(number);
        letters.full(restored, coverages.of(restored.customer()));
    }
}
