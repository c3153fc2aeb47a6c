package io.partnerflow.inventory;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules ask and tell about devices. Every step is kept with who took it, when and why; a step that does not
 * follow from where the device is gets a {@link Conflict}, a step into the state it has already does nothing.
 */
@ModuleService
public class Inventory {

    private final Devices devices;
    private final DeviceList list;
    private final DeviceHistory history;
    private final Catalogue catalogue;
    private final Clock clock;

    Inventory(Devices devices, DeviceList list, DeviceHistory history, Catalogue catalogue, Clock clock) {
        this.devices = devices;
        this.list = list;
        this.history = history;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** One device per piece. Does nothing if the order has devices already. */
    public void order(WantedDevices wanted) {
        if (!devices.ofOrder(wanted.order()).isEmpty()) {
            return;
        }
        var position = 0;
        for (var item : wanted.items()) {
            var media = catalogue
                    .find(item.product())
                    .orElseThrow(() -> new NotFound("product", item.product()))
                    .storageMedia();
            for (var piece = 0; piece < item.quantity(); piece++) {
                keep(
                        Device.ordered(wanted, ++position, item.product(), media, clock.instant()),
                        Reason.of(wanted.order()));
            }
        }
    }

    /** Orders a new piece instead of this one. @return the new one; the same one if asked again */
    public InventoryDevice replace(UUID device, Reason why) {
        var old = devices.get(device);
        var replacement = devices.replacing(device).orElseGet(() -> {
            var fresh = old.replacement(devices.lastPosition(old.order()) + 1, clock.instant());
            keep(fresh, why);
            return fresh;
        });
        return list.get(replacement.id());
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public InventoryDevice get(UUID device) {
        return list.get(device);
    }

    /** For people. @throws NotFound if there is none, or it is another reseller's */
    @Transactional(readOnly = true)
    public InventoryDevice get(UUID reseller, UUID device) {
        var found = list.get(device);
        if (!found.reseller().equals(reseller)) {
            throw new NotFound("device", device);
        }
        return found;
    }

    @Transactional(readOnly = true)
    public Optional<InventoryDevice> find(SerialNumber serial) {
        return list.bySerial(serial);
    }

    /** Those of the serial numbers, in normal form, that we know. */
    @Transactional(readOnly = true)
    public List<InventoryDevice> find(Collection<String> serials) {
        return list.bySerials(serials);
    }

    /** Every device of the order and of the contract that came of it, replaced and lost ones too. */
    @Transactional(readOnly = true)
    public List<InventoryDevice> ofContract(String order) {
        return list.ofOrder(order);
    }

    /** Those of the contract that have to come back, or are on their way. */
    @Transactional(readOnly = true)
    public List<InventoryDevice> outstanding(String order) {
        return list.ofOrder(order).stream()
                .filter(device -> device.status().isOutstanding())
                .toList();
    }

    /** @throws Invalid if it cannot be sorted so */
    @Transactional(readOnly = true)
    public Page<InventoryDevice> of(UUID reseller, DeviceSearch wanted) {
        return list.of(reseller, wanted);
    }

    /** The same from the first one on, handed out one by one. */
    @Transactional(readOnly = true)
    public void each(UUID reseller, DeviceSearch wanted, int most, Consumer<InventoryDevice> taker) {
        list.each(reseller, wanted, most, taker);
    }

    /** Whether the reseller's customers have ever been promised a device. */
    @Transactional(readOnly = true)
    public boolean any(UUID reseller) {
        return list.any(reseller);
    }

    /** What happened to a device, oldest first. */
    @Transactional(readOnly = true)
    public List<DeviceEvent> history(UUID device) {
        return history.of(device);
    }

    /**
     * It leaves for the customer, and has its serial number from now on.
     *
     * @throws Conflict {@code serial-taken} if another device has the number; {@code device-not-shippable}
     */
    public void ship(UUID device, SerialNumber serial, Reason why) {
        var one = devices.get(device);
        list.bySerial(serial).ifPresent(other -> {
            throw new Conflict("serial-taken", serial.value(), other.order());
        });
        one.ship(serial, clock.instant());
        try {
            keep(one, why);
        } catch (DataIntegrityViolationException sameMoment) {
            throw new Conflict("serial-taken", serial.value(), "?");
        }
    }

    /** It never leaves: the order is given up. */
    public void cancel(UUID device, Reason why) {
        step(device, DeviceStatus.CANCELLED, why);
    }

    public void delivered(UUID device, Reason why) {
        step(device, DeviceStatus.DELIVERED, why);
    }

    /** The term runs: everything of the order that has arrived is in use. */
    public void putToUse(String order, Reason why) {
        devices.ofOrder(order).stream()
                .filter(device -> device.status() == DeviceStatus.DELIVERED)
                .forEach(device -> step(device.id(), DeviceStatus.IN_USE, why));
    }

    /** It arrived damaged, or broke, and shall come back. */
    public void damaged(UUID device, Reason why) {
        step(device, DeviceStatus.DAMAGED, why);
    }

    public void announceReturn(UUID device, Reason why) {
        step(device, DeviceStatus.RETURN_ANNOUNCED, why);
    }

    /** It is on its way back. */
    public void sentBack(UUID device, Reason why) {
        step(device, DeviceStatus.IN_TRANSIT, why);
    }

    /** It is back with the vendor, announced or not; also one that was lost. */
    public void received(UUID device, Reason why) {
        step(device, DeviceStatus.RECEIVED, why);
    }

    /** A locked device is looked at again once it is unlocked. */
    public void inspected(UUID device, Finding finding, Reason why) {
        act(device, one -> one.inspected(finding, clock.instant()), why);
    }

    /** Its data carriers are clean, or destroyed: so ends a device that nobody can unlock. */
    public void wiped(UUID device, Reason why) {
        step(device, DeviceStatus.WIPED, why);
    }

    /** @throws Conflict {@code device-not-wiped} if it has data carriers that are not wiped */
    public void refurbish(UUID device, Reason why) {
        step(device, DeviceStatus.REFURBISHED, why);
    }

    /** @throws Conflict {@code device-not-wiped} if it has data carriers that are not wiped */
    public void recycle(UUID device, Reason why) {
        step(device, DeviceStatus.RECYCLED, why);
    }

    /** Nobody knows where it is, or nobody gives it back. */
    public void lost(UUID device, Reason why) {
        step(device, DeviceStatus.LOST, why);
    }

    private void step(UUID device, DeviceStatus next, Reason why) {
        if (devices.get(device).status() != next) {
            act(device, one -> one.go(next, clock.instant()), why);
        }
    }

    private void act(UUID device, Consumer<Device> what, Reason why) {
        var one = devices.get(device);
        what.accept(one);
        keep(one, why);
    }

    private void keep(Device device, Reason why) {
        devices.saveAndFlush(device);
        history.add(device, why);
    }
}
