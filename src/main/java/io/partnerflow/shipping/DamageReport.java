package io.partnerflow.shipping;

import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a piece arrived damaged. It is open until it is decided, once. */
@Entity
@Table(name = "damage_report")
class DamageReport {

    @Id
    private String number;

    private String shipment;
    private String orderNumber;
    private UUID deviceId;
    private String serial;
    private String words;

    @Enumerated(EnumType.STRING)
    private DamageView.Status status;

    private Instant reportedAt;
    private String reportedBy;
    private @Nullable String reason;
    private @Nullable UUID replacement;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DamageReport() {} // for JPA

    static DamageReport of(
            String number, ShipmentView shipment, ShipmentView.Item item, String words, Instant now, String by) {
        var report = new DamageReport();
        report.number = number;
        report.shipment = shipment.number();
        report.orderNumber = shipment.order();
        report.deviceId = item.device();
        report.serial = item.serial();
        report.words = words;
        report.status = DamageView.Status.OPEN;
        report.reportedAt = now;
        report.reportedBy = by;
        return report;
    }

    /** @throws Conflict {@code damage-decided} */
    void replace(UUID piece) {
        end(DamageView.Status.REPLACED);
        replacement = piece;
    }

    /** @throws Conflict {@code damage-decided} */
    void refuse(String why) {
        end(DamageView.Status.REFUSED);
        reason = why;
    }

    private void end(DamageView.Status how) {
        if (status != DamageView.Status.OPEN) {
            throw new Conflict("damage-decided", number);
        }
        status = how;
    }

    DamageView view(InventoryDevice piece) {
        return new DamageView(
                number,
                shipment,
                orderNumber,
                deviceId,
                serial,
                piece.product(),
                piece.productName(),
                words,
                status,
                reportedAt,
                reportedBy,
                reason,
                replacement);
    }

    String number() {
        return number;
    }

    UUID device() {
        return deviceId;
    }

    String words() {
        return words;
    }
}
