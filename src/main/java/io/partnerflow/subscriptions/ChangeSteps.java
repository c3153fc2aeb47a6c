package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;

/** What the steps of {@code processes/subscription-change.bpmn} do with a change. */
@ModuleService
class ChangeSteps {

    static final String DECIDE_CHANGE = "subscription-change.decide-change";

    private final ChangeRows changes;
    private final SubscriptionRows rows;
    private final RenewalDays days;
    private final ChangeLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ChangeSteps(
            ChangeRows changes,
            SubscriptionRows rows,
            RenewalDays days,
            ChangeLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.changes = changes;
        this.rows = rows;
        this.days = days;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    @EventListener
    void decided(TaskCompleted task) {
        if (task.task().equals(DECIDE_CHANGE)) {
            changes.decided(task.businessKey(), Optional.ofNullable(task.by()).orElse("?"), calendar.now());
        }
    }

    /** Puts what was asked for into the contract, for the day it is effective. A second time changes nothing. */
    void schedule(String number) {
        var change = changes.get(number);
        rows.lock(change.subscription());
        if (changes.move(number, List.of(Status.REQUESTED), Status.SCHEDULED)) {
            if (change.kind() == Kind.CANCEL) {
                rows.endOn(change.subscription(), change.effectiveOn());
            }
            days.plan(change.subscription());
            audit.record(
                    "change-scheduled", change.subscription(), "%s for %s".formatted(number, change.effectiveOn()));
        }
        letters.scheduled(changes.get(number));
    }

    void refuse(String number, String reason) {
        changes.refused(number, reason, calendar.now());
        var change = changes.get(number);
        audit.record("change-refused", change.subscription(), number + ": " + reason);
        letters.refused(change);
    }

    void confirmAddition(String number) {
        letters.seatsAdded(changes.get(number));
    }

    void confirmWithdrawal(String number) {
        letters.withdrawn(changes.get(number));
    }
}
