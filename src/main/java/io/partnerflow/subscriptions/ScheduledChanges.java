package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.util.List;
import java.util.UUID;

/** Changes that are still to come, as their requester may change or take them back. */
@ModuleService
public class ScheduledChanges {

    private final ChangeRows changes;
    private final ChangeDesk desk;
    private final SubscriptionRows rows;
    private final SeatReductions reductions;
    private final RenewalDays days;
    private final ChangeLetters letters;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ScheduledChanges(
            ChangeRows changes,
            ChangeDesk desk,
            SubscriptionRows rows,
            SeatReductions reductions,
            RenewalDays days,
            ChangeLetters letters,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.changes = changes;
        this.desk = desk;
        this.rows = rows;
        this.reductions = reductions;
        this.days = days;
        this.letters = letters;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * One that is still to come.
     *
     * @throws NotFound if there is no such change of this reseller's subscription
     * @throws Conflict if it is too late to change it
     */
    public SubscriptionChange get(UUID reseller, String subscription, String number) {
        return open(reseller, subscription, number);
    }

    /**
     * Takes a request back, decided or not, as long as it has not become effective.
     *
     * @throws NotFound if there is no such change of this reseller's subscription
     * @throws Conflict if it is too late for that
     */
    public void withdraw(UUID reseller, String subscription, String number) {
        var change = open(reseller, subscription, number);
        changes.move(number, List.of(change.status()), Status.WITHDRAWN);
        if (change.kind() == Kind.CANCEL && change.status() == Status.SCHEDULED) {
            rows.endOn(subscription, null);
        }
        days.plan(subscription);
        audit.record("change-withdrawn", subscription, number);
        if (change.status() == Status.REQUESTED) {
            workflow.correlate(ChangeProcess.WITHDRAWN, number);
        } else {
            letters.withdrawn(changes.get(number));
        }
    }

    /**
     * Lets fewer seats leave than was asked for.
     *
     * @param leaving for each product how many leave, at most what was asked for
     * @throws io.partnerflow.shared.Invalid if it is more
     * @throws NotFound if there is no such change of this reseller's subscription
     * @throws Conflict if it is too late for that, or no seats leave by it
     */
    public void reduceLess(UUID reseller, String subscription, String number, List<Seats> leaving) {
        var change = open(reseller, subscription, number);
        if (change.kind() != Kind.REDUCE_SEATS) {
            throw new Conflict("change-has-no-seats", number);
        }
        reductions.change(change, leaving);
        audit.record("change-edited", subscription, number + ": " + leaving);
    }

    private SubscriptionChange open(UUID reseller, String subscription, String number) {
        desk.open(reseller, subscription);
        var change = changes.find(number)
                .filter(one -> one.subscription().equals(subscription))
                .orElseThrow(() -> new NotFound("change", number));
        if (!change.isOpen() || !calendar.today().isBefore(change.effectiveOn())) {
            throw new Conflict("change-not-open", number);
        }
        return change;
    }
}
