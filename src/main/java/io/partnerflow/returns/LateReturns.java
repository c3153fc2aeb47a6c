package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is done about devices that do not come: reminders, a charge, and a decision.
 *
 * <p><b>Source:</b> WA-10, W-33.
 */
@ModuleService
class LateReturns {

    private static final String HOUSE = "partnerflow";

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final DueReturns due;
    private final ReturnFees fees;
    private final ReturnLetters letters;
    private final Agenda agenda;
    private final Inventory inventory;
    private final Programmes programmes;
    private final ReturnSettings settings;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    LateReturns(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            DueReturns due,
            ReturnFees fees,
            ReturnLetters letters,
            Agenda agenda,
            Inventory inventory,
            Programmes programmes,
            ReturnSettings settings,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.due = due;
        this.fees = fees;
        this.letters = letters;
        this.agenda = agenda;
        this.inventory = inventory;
        this.programmes = programmes;
        this.settings = settings;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** What is due about a late return. */
    enum Step {
        REMIND,
        CHARGE,
        DECIDE,
        WAIT,
        NOTHING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param on the day of the step; today for one that is due */
    record Look(Step step, LocalDate on) {}

    /** Looks at a return as it is now. */
    Look look(String number) {
        var head = rows.lock(number);
        var today = calendar.today();
        if (missing(number).isEmpty()) {
            return new Look(Step.NOTHING, today);
        }
        if (due.waitsForNewDevices(head.subscription())) {
            return new Look(Step.WAIT, today.plusDays(1));
        }
        var next = next(head);
        return next.on().isAfter(today) ? new Look(Step.WAIT, next.on()) : next;
    }

    private Look next(ReturnView head) {
        var rules = programmes.get(head.programme(), head.policyVersion()).returns();
        var granted = head.grantedUntil();
        if (head.chargedOn() == null) {
            var reminders = rules.reminderDays();
            return head.reminders() < reminders.size()
                    ? new Look(Step.REMIND, head.dueOn().plusDays(reminders.get(head.reminders())))
                    : new Look(Step.CHARGE, head.dueOn().plusDays(rules.chargeDays()));
        }
        return new Look(Step.DECIDE, granted == null ? head.chargedOn() : granted.plusDays(1));
    }

    private List<ReturnedDevice> missing(String number) {
        return devices.of(number).stream().filter(ReturnedDevice::missing).toList();
    }

    void remind(String number) {
        var head = rows.lock(number);
        letters.reminder(head, head.reminders() + 1, missing(number));
        rows.reminded(number);
    }

    void charge(String number) {
        var head = rows.lock(number);
        var missing = missing(number);
        missing.forEach(device -> fees.chargeMissing(head, device));
        rows.charged(number);
        letters.charged(head, missing);
        audit.record("missing-devices-charged", number, serials(missing));
    }

    /** What was charged for them stands; the return goes on with what has come. */
    void declareLost(String number, @Nullable String note) {
        var head = rows.lock(number);
        var missing = missing(number);
        missing.forEach(device -> {
            devices.end(device, End.LOST, HOUSE);
            inventory
                    .find(new SerialNumber(device.serial()))
                    .ifPresent(one -> inventory.lost(one.id(), Reason.of(number, note)));
        });
        audit.record("devices-declared-lost", number, serials(missing));
        agenda.moveOn(head, HOUSE);
    }

    /** @param until last day of it; further away than may be granted counts as the furthest that may */
    void grant(String number, LocalDate until, @Nullable String note) {
        var furthest = calendar.today().plusDays(settings.mostGrantedDays());
        var last = until.isAfter(furthest) ? furthest : until;
        rows.lock(number);
        rows.granted(number, last);
        audit.record("return-time-granted", number, "until %s %s".formatted(last, note == null ? "" : note));
    }

    private static String serials(List<ReturnedDevice> devices) {
        return String.join(", ", devices.stream().map(ReturnedDevice::serial).toList());
    }
}
