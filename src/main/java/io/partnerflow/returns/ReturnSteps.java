package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** What the process of a return does by itself. */
@ModuleService
class ReturnSteps {

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final ReturnFees fees;
    private final ReturnPapers papers;
    private final ReturnLetters letters;
    private final Agenda agenda;
    private final Inventory inventory;
    private final Subscriptions subscriptions;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ReturnSteps(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            ReturnFees fees,
            ReturnPapers papers,
            ReturnLetters letters,
            Agenda agenda,
            Inventory inventory,
            Subscriptions subscriptions,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.fees = fees;
        this.papers = papers;
        this.letters = letters;
        this.agenda = agenda;
        this.inventory = inventory;
        this.subscriptions = subscriptions;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Label, note and letters; the same however often it is asked. */
    void announce(String number) {
        var head = rows.lock(number);
        var all = devices.of(number);
        var waited = all.stream()
                .filter(ReturnedDevice::missing)
                .map(ReturnedDevice::serial)
                .toList();
        if (waited.isEmpty()) {
            return; // here already, so there is nothing to send
        }
        inventory.find(waited).stream()
                .filter(device -> device.status().isOutstanding())
                .map(InventoryDevice::id)
                .forEach(device -> inventory.announceReturn(device, Reason.of(number)));
        letters.announced(head, all, papers.label(head, all));
    }

    /** Charges what was found, credits what has come after all. */
    void settle(String number) {
        var head = rows.lock(number);
        var all = devices.of(number);
        fees.chargeFindings(head, all);
        fees.creditArrived(head, all);
    }

    /** What is to be done next. Nobody changes a device while it is asked. */
    Agenda.Work takeStock(String number) {
        return agenda.next(rows.lock(number));
    }

    /** The day the first locked device is given up; today if none is locked. */
    LocalDate unlockingOver(String number) {
        return devices.of(number).stream()
                .filter(device -> device.state() == State.LOCKED)
                .map(ReturnedDevice::unlockUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(last -> last.plusDays(1))
                .orElseGet(calendar::today);
    }

    /** When the contract is looked at again: the day after its end, tomorrow if that is over. */
    LocalDate contractOver(String number) {
        var end = Optional.ofNullable(
                        subscriptions.get(rows.get(number).subscription()).endsOn())
                .orElseGet(calendar::today);
        var tomorrow = calendar.today().plusDays(1);
        return end.isBefore(tomorrow) ? tomorrow : end;
    }

    /** Devices that were not unlocked in time are to be destroyed. */
    void giveUpUnlocking(String number) {
        rows.lock(number);
        devices.of(number).stream()
                .filter(device -> device.state() == State.LOCKED)
                .filter(device -> !calendar.today()
                        .isBefore(Objects.requireNonNull(device.unlockUntil()).plusDays(1)))
                .forEach(device -> {
                    devices.giveUp(device);
                    audit.record("unlocking-given-up", number, device.serial());
                });
    }

    /** Nothing wiped: no certificate. */
    void certify(String number) {
        papers.certificate(rows.get(number), devices.of(number));
    }

    /** A contract that is over and has nothing out is closed with it. */
    void complete(String number) {
        var head = rows.lock(number);
        if (rows.complete(number)) {
            audit.record("return-completed", number, head.subscription());
            letters.completed(head, devices.of(number), papers.certificateOf(number));
        }
        var contract = subscriptions.get(head.subscription());
        if (!contract.active()
                && inventory.ofContract(head.order()).stream()
                        .allMatch(device -> device.status().isEnd())) {
            subscriptions.close(head.subscription());
        }
    }
}
