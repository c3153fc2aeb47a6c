package io.partnerflow.inventory;

import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rented piece. It refuses every step that does not follow from where it is. */
@Entity
@Table(name = "device")
class Device {

    @Id
    private UUID id;

    private String orderNumber;
    private int position;
    private String product;
    private int storageMedia;
    private UUID customerId;
    private UUID resellerId;
    private @Nullable String serial;

    @Enumerated(EnumType.STRING)
    private DeviceStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    private Instant since;
    private @Nullable UUID replaces;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Device() {} // for JPA

    static Device ordered(WantedDevices wanted, int position, String product, int storageMedia, Instant now) {
        var device = new Device();
        device.id = UUID.randomUUID();
        device.orderNumber = wanted.order();
        device.position = position;
        device.product = product;
        device.storageMedia = storageMedia;
        device.customerId = wanted.customer();
        device.resellerId = wanted.reseller();
        device.status = DeviceStatus.ORDERED;
        device.since = now;
        return device;
    }

    /** A new piece of the same kind for the same customer. */
    Device replacement(int place, Instant now) {
        var wanted = new WantedDevices(orderNumber, customerId, resellerId, List.of());
        var device = ordered(wanted, place, product, storageMedia, now);
        device.replaces = id;
        return device;
    }

    /** @throws Conflict {@code device-not-shippable}: it has left already */
    void ship(SerialNumber number, Instant now) {
        if (status != DeviceStatus.ORDERED) {
            throw new Conflict("device-not-shippable", name(), status.code());
        }
        serial = number.value();
        moved(DeviceStatus.SHIPPED, now);
    }

    /**
     * Any step that needs nothing but its state.
     *
     * @throws Conflict {@code device-step-refused}; for a device whose data carriers are not wiped {@code device-not-wiped}
     */
    void go(DeviceStatus next, Instant now) {
        if (!status.leadsTo(next) || next == DeviceStatus.SHIPPED) {
            throw new Conflict("device-step-refused", name(), status.code(), next.code());
        }
        if (status == DeviceStatus.INSPECTED && next.isEnd() && storageMedia > 0) {
            throw new Conflict("device-not-wiped", name());
        }
        moved(next, now);
    }

    /** @throws Conflict {@code device-step-refused} if it is not here to be looked at */
    void inspected(Finding found, Instant now) {
        go(found == Finding.LOCKED ? DeviceStatus.LOCKED : DeviceStatus.INSPECTED, now);
        finding = found;
    }

    private void moved(DeviceStatus next, Instant now) {
        status = next;
        since = now;
    }

    private String name() {
        return serial == null ? "%s (%s, %d)".formatted(product, orderNumber, position) : serial;
    }

    UUID id() {
        return id;
    }

    String order() {
        return orderNumber;
    }

    DeviceStatus status() {
        return status;
    }
}
