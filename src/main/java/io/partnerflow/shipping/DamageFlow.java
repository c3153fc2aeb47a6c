package io.partnerflow.shipping;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a decision about damage brings about; for this module's delegates. */
@ModuleService
class DamageFlow {

    private final DamageRows rows;
    private final Inventory inventory;
    private final ShipmentLetters letters;
    private final AuditTrail audit;

    DamageFlow(DamageRows rows, Inventory inventory, ShipmentLetters letters, AuditTrail audit) {
        this.rows = rows;
        this.inventory = inventory;
        this.letters = letters;
        this.audit = audit;
    }

    /** A new piece is ordered, the damaged one shall come back. */
    void replace(String number) {
        var report = rows.get(number);
        var device = report.device();
        inventory.damaged(device, Reason.of(number, report.words()));
        inventory.announceReturn(device, Reason.of(number));
        report.replace(inventory.replace(device, Reason.of(number)).id());
        end(report);
    }

    void refuse(String number, @Nullable String why) {
        var report = rows.get(number);
        report.refuse(Objects.requireNonNullElse(why, ""));
        end(report);
    }

    private void end(DamageReport report) {
        rows.saveAndFlush(report);
        var view = report.view(inventory.get(report.device()));
        audit.record("damage-decided", view.order(), "%s: %s".formatted(view.serial(), view.status()));
        letters.damageAnswered(view);
    }
}
