package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.devices.CoverageWatch;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the steps of {@code processes/renewal.bpmn} do with a contract whose term comes to its end. */
@ModuleService
class RenewalSteps {

    private static final Duration UNTIL_INVOICED = Duration.ofHours(2);

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final Renewal renewal;
    private final RenewalDays days;
    private final RenewalReminders reminders;
    private final ChangeLetters letters;
    private final EndLetters endLetters;
    private final VendorCalendar calendar;
    private final CoverageWatch coverage;
    private final AuditTrail audit;

    RenewalSteps(
            SubscriptionRows rows,
            ChangeRows changes,
            Renewal renewal,
            RenewalDays days,
            RenewalReminders reminders,
            ChangeLetters letters,
            EndLetters endLetters,
            VendorCalendar calendar,
            CoverageWatch coverage,
            AuditTrail audit) {
        this.rows = rows;
        this.changes = changes;
        this.renewal = renewal;
        this.days = days;
        this.reminders = reminders;
        this.letters = letters;
        this.endLetters = endLetters;
        this.calendar = calendar;
        this.coverage = coverage;
        this.audit = audit;
    }

    /** What there is to do now; the names are the answers of the gateway. */
    enum Due {
        REMIND,
        WAIT,
        RENEW,
        END
    }

    /** @param nextLookAt when to look again; only {@link Due#WAIT} waits for it */
    record Look(Due due, Instant nextLookAt) {}

    /** Looks at the contract: what is to be done today, and when to look again if nothing is. */
    Look look(String subscription, Instant renewalAt) {
        rows.lock(subscription);
        var contract = rows.find(subscription).orElseThrow();
        var renewalDate = renewalDate(contract, renewalAt);
        if (!calendar.today().isBefore(renewalDate)) {
            return endsBy(contract, renewalDate) ? lookAtEnd(contract) : new Look(Due.RENEW, renewalAt);
        }
        if (endsBy(contract, renewalDate) && !contract.endsByItself()) {
            return new Look(Due.WAIT, renewalAt);
        }
        return reminderDue(contract, renewalDate).isPresent()
                ? new Look(Due.REMIND, renewalAt)
                : new Look(
                        Due.WAIT,
                        nextReminder(contract, renewalDate).orElseGet(() -> calendar.startOfDay(renewalDate)));
    }

    /** The end of a contract that ends by itself moves with every extension; any other renewal stays where it was. */
    private LocalDate renewalDate(SubscriptionView contract, Instant renewalAt) {
        return contract.endsByItself() && contract.endsOn() != null ? contract.endsOn() : calendar.dateOf(renewalAt);
    }

    /** After a time without service, what began before the end is invoiced first; then nothing more is to come. */
    private Look lookAtEnd(SubscriptionView contract) {
        return contract.nextInvoiceOn() == null
                ? new Look(Due.END, calendar.now())
                : new Look(Due.WAIT, calendar.now().plus(UNTIL_INVOICED));
    }

    private static boolean endsBy(SubscriptionView contract, LocalDate renewalDate) {
        return !contract.active()
                || (contract.endsOn() != null && !contract.endsOn().isAfter(renewalDate));
    }

    void remind(String subscription, Instant renewalAt) {
        var contract = rows.find(subscription).orElseThrow();
        var renewalDate = renewalDate(contract, renewalAt);
        reminderDue(contract, renewalDate).ifPresent(distance -> {
            reminders.sent(subscription, renewalDate, distance);
            if (contract.endsByItself()) {
                endLetters.endNear(contract, distance);
            } else {
                letters.renewalNear(contract, renewalDate, distance);
            }
        });
    }

    /** The latest reminder whose day has come and that has not gone out, as long as notice is possible. */
    private Optional<Integer> reminderDue(SubscriptionView contract, LocalDate renewalDate) {
        var lastDayForNotice = renewalDate.minusDays(contract.agreed().noticeDays());
        return toSend(contract, renewalDate).stream()
                .filter(distance -> !renewalDate.minusDays(distance).isAfter(calendar.today()))
                .filter(distance -> !calendar.today().isAfter(lastDayForNotice))
                .reduce((earlier, later) -> later);
    }

    private Optional<Instant> nextReminder(SubscriptionView contract, LocalDate renewalDate) {
        return toSend(contract, renewalDate).stream()
                .map(renewalDate::minusDays)
                .filter(day -> day.isAfter(calendar.today()))
                .findFirst()
                .map(calendar::startOfDay);
    }

    /** Once a later one has gone out, an earlier one has nothing to add. */
    private List<Integer> toSend(SubscriptionView contract, LocalDate renewalDate) {
        var last = reminders.last(contract.number(), renewalDate);
        return days.reminders(contract).stream()
                .filter(distance -> last.isEmpty() || distance < last.get())
                .toList();
    }

    void renew(String subscription, Instant renewalAt) {
        renewal.renewUntil(subscription, calendar.dateOf(renewalAt));
        days.plan(subscription);
    }

    void confirm(String subscription, Instant renewalAt) {
        letters.renewed(rows.find(subscription).orElseThrow(), calendar.dateOf(renewalAt));
    }

    /** The contract is over. A second time changes nothing. */
    void end(String subscription) {
        rows.lock(subscription);
        var contract = rows.find(subscription).orElseThrow();
        if (contract.active()) {
            rows.end(subscription, calendar.now());
            changes.open(subscription)
                    .forEach(change -> changes.move(
                            change.number(),
                            List.of(change.status()),
                            change.kind() == Kind.CANCEL ? Status.DONE : Status.WITHDRAWN));
            coverage.seatsChanged(contract.customer());
            audit.record("subscription-ended", subscription, "as of " + contract.endsOn());
            letters.ended(contract, Optional.ofNullable(contract.endsOn()).orElse(calendar.today()));
        }
    }
}
