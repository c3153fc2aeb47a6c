package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reseller's own reference, changeable at any time. Issued documents keep the one they were issued with. */
@ModuleService
public class PoReferences {

    private static final int LONGEST = 64;

    private final SubscriptionRows rows;
    private final ChangeDesk desk;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    PoReferences(SubscriptionRows rows, ChangeDesk desk, VendorCalendar calendar, AuditTrail audit) {
        this.rows = rows;
        this.desk = desk;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * From now on documents carry this reference. The same again changes nothing.
     *
     * @param reference null or blank for none
     * @throws Invalid if it is too long or more than a line
     * @throws NotFound if the subscription is not the reseller's
     * @throws io.partnerflow.shared.Forbidden if the reseller may not order for the customer
     */
    public void change(UUID reseller, String subscription, @Nullable String reference, Requester requester) {
        var contract = desk.openToOrder(reseller, subscription);
        var problems = new Invalid.Collector();
        var changed = Typed.optionalLine("poReference", reference, LONGEST, problems);
        problems.throwIfAny();
        if (!Objects.equals(changed, contract.poReference())) {
            desk.write(
                    subscription,
                    Kind.CHANGE_PO,
                    Status.DONE,
                    calendar.today(),
                    requester,
                    Details.reference(contract.poReference(), changed),
                    List.of());
            rows.refer(subscription, changed);
            audit.record("po-reference-changed", subscription, "%s → %s".formatted(contract.poReference(), changed));
        }
    }
}
