package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes data carriers unreadable and says what becomes of the devices.
 *
 * <p><b>Source:</b> W-26, W-38, WA-9.
 */
@ModuleService
public class Wiping {

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final WipeRows wipes;
    private final WipeCheck check;
    private final Agenda agenda;
    private final Inventory inventory;
    private final AuditTrail audit;

    Wiping(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            WipeRows wipes,
            WipeCheck check,
            Agenda agenda,
            Inventory inventory,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.wipes = wipes;
        this.check = check;
        this.agenda = agenda;
        this.inventory = inventory;
        this.audit = audit;
    }

    /** Methods in force. */
    @Transactional(readOnly = true)
    public List<WipeMethod> methods() {
        return wipes.methods();
    }

    /**
     * Writes down one try on one medium. When the last medium of the device is done, the device is wiped.
     *
     * @param position of the device in the return
     * @throws NotFound if there is no such device
     * @throws Invalid naming each of {@code medium}, {@code method}, {@code tool}, {@code toolVersion}, {@code result} that is
     *     missing or unknown
     * @throws Conflict {@code device-not-to-wipe}, {@code medium-wiped}, {@code too-many-media}
     */
    public void wipe(String number, int position, NewWipe wipe, String operator) {
        var head = rows.lock(number);
        var device = devices.get(number, position);
        record(device, check.checked(device, wipe, ""), operator);
        agenda.moveOn(head, operator);
    }

    /**
     * The same for many media at once, as tools export it; nothing is done if a line is bad.
     *
     * @param typed a line for each: serial number; medium; method; tool; version; passed or failed
     * @throws Invalid on {@code lines[n].…}, n counting from 0
     * @throws Conflict as {@link #wipe} does
     */
    public void wipeAll(String number, String typed, String operator) {
        var head = rows.lock(number);
        check.lines(devices.of(number), typed)
                .forEach(line -> record(devices.get(number, line.device().position()), line.wipe(), operator));
        agenda.moveOn(head, operator);
    }

    private void record(ReturnedDevice device, NewWipe wipe, String operator) {
        var before = wipesOf(device);
        check.allowed(device, before, wipe);
        wipes.insert(device, wipe, operator);
        audit.record(
                "medium-wiped", device.number(), "%s %s: %s".formatted(device.serial(), wipe.medium(), wipe.passed()));
        if (passed(wipesOf(device)) >= device.media()) {
            devices.wiped(device);
            inventory
                    .find(new SerialNumber(device.serial()))
                    .ifPresent(one -> inventory.wiped(one.id(), Reason.of(device.number(), wipe.method())));
        }
    }

    private List<WipeRecord> wipesOf(ReturnedDevice device) {
        return wipes.of(device.number()).stream()
                .filter(wipe -> wipe.serial().equals(device.serial()))
                .toList();
    }

    private static long passed(List<WipeRecord> tries) {
        return tries.stream().filter(WipeRecord::passed).count();
    }

    /**
     * Says what becomes of devices that have nothing left to wipe; all of them or none.
     *
     * @param end refurbished or recycled; what could not be unlocked is recycled
     * @throws NotFound if one of them does not exist
     * @throws Conflict {@code device-not-finished}, {@code device-only-recycled}
     */
    public void end(String number, List<Integer> positions, End end, String person) {
        var head = rows.lock(number);
        for (var position : positions) {
            var device = devices.get(number, position);
            if (!device.canEnd() || end == End.LOST) {
                throw new Conflict("device-not-finished", device.serial());
            }
            if (device.givenUp() && end != End.RECYCLED) {
                throw new Conflict("device-only-recycled", device.serial());
            }
            devices.end(device, end, person);
            inventory.find(new SerialNumber(device.serial())).ifPresent(one -> end(one, device, end));
            audit.record("device-ended", number, "%s %s by %s".formatted(device.serial(), end, person));
        }
        agenda.moveOn(head, person);
    }

    private void end(InventoryDevice one, ReturnedDevice device, End end) {
        var why = Reason.of(device.number());
        if (device.media() == 0 && one.storageMedia() > 0) {
            inventory.wiped(one.id(), Reason.of(device.number(), "no medium in it"));
        }
        if (end == End.REFURBISHED) {
            inventory.refurbish(one.id(), why);
        } else {
            inventory.recycle(one.id(), why);
        }
    }
}
