package io.partnerflow.subscriptions;

import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.programmes.Programmes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When somebody has to look at a contract because its term comes to an end. */
@Component
class RenewalDays {

    private final Programmes programmes;
    private final ChangeRows changes;
    private final SubscriptionRows rows;

    RenewalDays(Programmes programmes, ChangeRows changes, SubscriptionRows rows) {
        this.programmes = programmes;
        this.changes = changes;
        this.rows = rows;
    }

    /**
     * How many days before the renewal its reminders go out, first one first. Where another notice was agreed on, they
     * keep their distance to the last day for it, so that the last one still comes in time. Of a contract that ends
     * by itself the first one asks for a follow-up offer (W-22).
     */
    List<Integer> reminders(SubscriptionView contract) {
        var deadlines =
                programmes.get(contract.programme(), contract.policyVersion()).deadlines();
        if (contract.endsByItself()) {
            var followUp = (int) ChronoUnit.DAYS.between(contract.followUpOn(), contract.endsOn());
            return Stream.concat(Stream.of(followUp), deadlines.renewalReminderDays().stream())
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        var shift = contract.agreed().noticeDays() - deadlines.noticeDays();
        return deadlines.renewalReminderDays().stream()
                .map(days -> days + shift)
                .filter(days -> days > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * The day the renewal at the end of the running term is to be looked at. A contract that goes on from period to
     * period is looked at only when something ends or becomes smaller.
     *
     * @return null if nobody has to
     */
    @Nullable
    LocalDate dueOn(SubscriptionView contract, LocalDate renewalDate) {
        return renewsByTerm(contract)
                ? renewalDate.minusDays(reminders(contract).stream().findFirst().orElse(0))
                : Stream.concat(
                                Stream.ofNullable(contract.endsOn()),
                                changes.open(contract.number()).stream()
                                        .filter(change -> change.status() == SubscriptionChange.Status.SCHEDULED)
                                        .map(SubscriptionChange::effectiveOn))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Which renewal a look is about that was due on that day. */
    LocalDate renewalDate(String subscription, LocalDate dueOn) {
        var contract = rows.find(subscription).orElseThrow();
        return renewsByTerm(contract) ? contract.deadlines().renewalDate() : dueOn;
    }

    /** What is agreed on or was scheduled for it has changed. */
    void plan(String subscription) {
        var contract = rows.find(subscription).orElseThrow();
        if (contract.active() && (!renewsByTerm(contract) || rows.isPlanned(subscription))) {
            rows.lookAt(subscription, dueOn(contract, contract.deadlines().renewalDate()));
        }
    }

    /** The contract has begun. */
    void begin(String subscription) {
        var contract = rows.find(subscription).orElseThrow();
        rows.lookAt(subscription, dueOn(contract, contract.deadlines().renewalDate()));
    }

    private boolean renewsByTerm(SubscriptionView contract) {
        return programmes.get(contract.programme(), contract.policyVersion()).endOfTerm() != EndOfTerm.OPEN_ENDED;
    }
}
