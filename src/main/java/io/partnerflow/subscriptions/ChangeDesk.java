package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a contract for a change, one at a time, and writes down what was asked for. */
@Component
class ChangeDesk {

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final Resellers resellers;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ChangeDesk(
            SubscriptionRows rows,
            ChangeRows changes,
            Resellers resellers,
            NumberSeries numbers,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.resellers = resellers;
        this.numbers = numbers;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * The contract, which nobody else can change until the transaction ends.
     *
     * @param reseller whose it must be; null for the vendor, who may change all
     * @throws NotFound if there is none, or it is another reseller's
     * @throws Conflict if it has ended
     */
    SubscriptionView open(UUID reseller, String number) {
        rows.lock(look(reseller, number).number());
        var contract = rows.find(number).orElseThrow();
        requireRunning(contract);
        return contract;
    }

    /** @throws Conflict if it has ended, or its last day is over */
    void requireRunning(SubscriptionView contract) {
        if (!contract.active()
                || (contract.endsOn() != null && !contract.endsOn().isAfter(calendar.today()))) {
            throw new Conflict("subscription-ended", contract.number());
        }
    }

    /**
     * As {@link #open}, for what only those may do who may order for the customer today. Notice and fewer seats are the
     * right of whoever is party to the contract, whatever has become of its link to the customer.
     *
     * @throws io.partnerflow.shared.Forbidden if the reseller's link does not let it order, or has ended (HA-7, HA-9)
     */
    SubscriptionView openToOrder(UUID reseller, String number) {
        var contract = open(reseller, number);
        resellers.requireOrdersFor(reseller, contract.customer());
        return contract;
    }

    /** As {@link #open}, without keeping others from it, to see what a change would do. */
    SubscriptionView look(UUID reseller, String number) {
        return rows.find(number)
                .filter(contract -> reseller == null || contract.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("subscription", number));
    }

    /**
     * What may change from term to term; the rent of a contract that ends by itself is reckoned for the whole of its term.
     *
     * @throws Conflict if it ends by itself (W-28)
     */
    static void requireOpenTerms(SubscriptionView contract) {
        if (contract.endsByItself()) {
            throw new Conflict(
                    "ends-by-itself", contract.number(), contract.lastDay().toString());
        }
    }

    /** @return the change with its number */
    SubscriptionChange write(
            String subscription,
            Kind kind,
            Status status,
            LocalDate effectiveOn,
            Requester requester,
            Details details,
            List<Seats> seats) {
        var change = new SubscriptionChange(
                numbers.next("CH"),
                subscription,
                kind,
                status,
                calendar.today(),
                effectiveOn,
                requester,
                calendar.now(),
                null,
                details,
                seats);
        changes.insert(change);
        audit.record(
                "change-" + status.name().toLowerCase(Locale.ROOT),
                subscription,
                "%s %s, effective %s".formatted(change.number(), kind, effectiveOn));
        return change;
    }
}
