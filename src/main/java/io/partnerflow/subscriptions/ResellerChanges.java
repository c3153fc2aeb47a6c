package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.util.List;
import java.util.UUID;

/**
 * A contract that moves to another reseller (PA-10). What has been invoiced stays with who was invoiced; later periods
 * are the new reseller's.
 */
@ModuleService
public class ResellerChanges {

    private final SubscriptionRows rows;
    private final ChangeDesk desk;
    private final Resellers resellers;
    private final Organisations organisations;
    private final ChangeLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ResellerChanges(
            SubscriptionRows rows,
            ChangeDesk desk,
            Resellers resellers,
            Organisations organisations,
            ChangeLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.desk = desk;
        this.resellers = resellers;
        this.organisations = organisations;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * From today on the contract is the other reseller's.
     *
     * @return number of the change
     * @throws Conflict if that one sells nothing of the programme, or does not take care of the customer
     * @throws io.partnerflow.shared.NotFound if there is no such subscription
     */
    public String move(String subscription, UUID reseller, String reason, Requester requester) {
        var contract = desk.open(null, subscription);
        requirePossible(contract, reseller);
        var change = desk.write(
                subscription,
                Kind.CHANGE_RESELLER,
                Status.DONE,
                calendar.today(),
                requester,
                Details.reseller(reason, contract.reseller(), reseller),
                List.of());
        letters.agreed(change);
        rows.moveTo(subscription, reseller, calendar.now());
        audit.record("reseller-changed", subscription, "%s → %s".formatted(contract.reseller(), reseller));
        return change.number();
    }

    private void requirePossible(SubscriptionView contract, UUID reseller) {
        if (contract.reseller().equals(reseller)) {
            throw new Conflict("reseller-already-has-it", contract.number());
        }
        if (resellers
                .terms(reseller, contract.programme())
                .filter(ResellerTerms::active)
                .isEmpty()) {
            throw new Conflict("reseller-not-of-programme", contract.programme());
        }
        if (!resellers.takesCareOf(reseller, contract.customer())) {
            throw new Conflict(
                    "reseller-not-linked",
                    organisations.get(contract.customer()).name());
        }
    }
}
