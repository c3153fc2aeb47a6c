package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.devices.CoverageWatch;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import io.partnerflow.subscriptions.SubscriptionRows.TermRow;
import java.time.LocalDate;
import java.util.List;

/**
 * Begins a subscription's next term. Whoever needs the term first makes it: the renewal's own process, an invoice, seats
 * that are added on its first day; each finds it if another was first.
 */
@ModuleService
class Renewal {

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final NextTerm nextTerm;
    private final RenewalDays days;
    private final CoverageWatch coverage;
    private final AuditTrail audit;

    Renewal(
            SubscriptionRows rows,
            ChangeRows changes,
            NextTerm nextTerm,
            RenewalDays days,
            CoverageWatch coverage,
            AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.nextTerm = nextTerm;
        this.days = days;
        this.coverage = coverage;
        this.audit = audit;
    }

    /** Makes sure that the day lies in a term of the subscription, if it goes on until then. */
    void renewUntil(String subscription, LocalDate day) {
        if (!day.isBefore(rows.term(subscription, day).term().renewalDate())) {
            rows.lock(subscription);
            var last = rows.term(subscription, day);
            while (!day.isBefore(last.term().renewalDate()) && goesOn(subscription, last)) {
                last = renew(subscription, last);
            }
        }
    }

    private boolean goesOn(String subscription, TermRow last) {
        var contract = rows.find(subscription).orElseThrow();
        return contract.active()
                && (contract.endsOn() == null
                        || contract.endsOn().isAfter(last.term().renewalDate()));
    }

    private TermRow renew(String subscription, TermRow last) {
        var contract = rows.find(subscription).orElseThrow();
        var leaving = leaving(subscription, last.term().renewalDate());
        var next = nextTerm.after(contract, last, rows.lines(subscription, last.position()), leaving);
        rows.insertTerm(subscription, next.row(), next.lines());
        leaving.forEach(change -> changes.move(change.number(), List.of(Status.SCHEDULED), Status.DONE));
        rows.renewed(
                subscription,
                next.row(),
                rows.nextRhythm(subscription).orElse(contract.rhythmMonths()),
                days.dueOn(contract, next.row().term().renewalDate()));
        coverage.seatsChanged(contract.customer());
        audit.record(
                "subscription-renewed", subscription, next.row().term().period().toString());
        return next.row();
    }

    private List<SubscriptionChange> leaving(String subscription, LocalDate renewalDate) {
        return changes.open(subscription).stream()
                .filter(change -> change.kind() == Kind.REDUCE_SEATS && change.status() == Status.SCHEDULED)
                .filter(change -> !change.effectiveOn().isAfter(renewalDate))
                .toList();
    }
}
