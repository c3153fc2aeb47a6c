package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.SeatReduction;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Seats that leave a contract: at a renewal, never in between, and without a credit. */
@ModuleService
public class SeatReductions {

    private final ChangeRows changes;
    private final ChangeDesk desk;
    private final SeatsCheck check;
    private final Terms terms;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    SeatReductions(
            ChangeRows changes,
            ChangeDesk desk,
            SeatsCheck check,
            Terms terms,
            Workflow workflow,
            VendorCalendar calendar) {
        this.changes = changes;
        this.desk = desk;
        this.check = check;
        this.terms = terms;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * Until when seats can leave.
     *
     * @param inTime whether seats can still leave at the coming renewal
     * @param lastDay for the coming renewal
     * @param renewalDate the coming one
     * @param nextPossible the first renewal at which they can leave; the coming one if in time
     * @param seats how many of each product can leave then
     */
    public record Preview(
            SubscriptionView contract,
            boolean inTime,
            LocalDate lastDay,
            LocalDate renewalDate,
            LocalDate nextPossible,
            Map<String, Integer> seats) {}

    @Transactional(readOnly = true)
    public Preview preview(UUID reseller, String subscription) {
        var contract = desk.look(reseller, subscription);
        ChangeDesk.requireOpenTerms(contract);
        var coming = terms.deadlines(contract, terms.running(contract));
        var next = terms.first(contract, window()).renewalDate();
        return new Preview(
                contract,
                next.equals(coming.renewalDate()),
                coming.lastDayForReduction(),
                coming.renewalDate(),
                next,
                seatsAt(contract, next));
    }

    /**
     * Asks for fewer seats from a renewal on. The contracts desk decides.
     *
     * @param reseller null for the vendor, who was asked some other way
     * @param forNextPossible if it is too late for the coming renewal: take the first one that is possible (AA-5)
     * @return number of the change; a cancellation if no seat is left (AA-13)
     * @throws io.partnerflow.shared.Invalid if there are not so many
     * @throws NotFound if the subscription is not the reseller's
     * @throws Conflict if it is too late for the coming renewal, notice has been given, or the contract ends by itself
     */
    public String request(
            @Nullable UUID reseller,
            String subscription,
            List<Seats> leaving,
            boolean forNextPossible,
            @Nullable String reason,
            Requester requester) {
        var contract = desk.open(reseller, subscription);
        ChangeDesk.requireOpenTerms(contract);
        var all = removesAll(contract, leaving);
        var coming = terms.deadlines(contract, terms.running(contract));
        var effective =
                terms.first(contract, all ? window().and(notice()) : window()).renewalDate();
        requireNoNotice(contract, effective);
        checkSeats(contract, leaving, effective);
        requireInTime(coming, effective, forNextPossible, all);
        var change = desk.write(
                subscription,
                all ? Kind.CANCEL : Kind.REDUCE_SEATS,
                Status.REQUESTED,
                effective,
                requester,
                Details.because(reason),
                all ? List.of() : leaving);
        workflow.start(ChangeProcess.REQUESTED, change.number(), toDecide(change));
        return change.number();
    }

    private Workflow.Answers toDecide(SubscriptionChange change) {
        return Workflow.Answers.none()
                .with(ChangeProcess.DECISION_REQUIRED, true)
                .with(ChangeProcess.SUBSCRIPTION_NUMBER, change.subscription())
                .with(
                        ChangeProcess.DECISION_DEADLINE,
                        calendar.startOfDay(change.effectiveOn().minusDays(1)));
    }

    /** Takes fewer seats away than was asked for; a product that is left out stays as it is. */
    void change(SubscriptionChange scheduled, List<Seats> leaving) {
        check.removable(leaving, scheduled.seats().stream().map(Seats::product).toList(), scheduled::of);
        changes.replaceSeats(scheduled.number(), leaving);
    }

    private Predicate<Deadlines> window() {
        return deadlines -> SeatReduction.of(deadlines, calendar.today(), 1, 1).accepted();
    }

    private Predicate<Deadlines> notice() {
        return deadlines -> deadlines.allowsNoticeOn(calendar.today());
    }

    private static void requireInTime(Deadlines coming, LocalDate effective, boolean forNextPossible, boolean all) {
        if (!effective.equals(coming.renewalDate()) && !forNextPossible) {
            var last = all && coming.lastDayForNotice().isBefore(coming.lastDayForReduction())
                    ? coming.lastDayForNotice()
                    : coming.lastDayForReduction();
            throw new Conflict(
                    "reduction-window-closed", coming.renewalDate().toString(), last.toString(), effective.toString());
        }
    }

    private static void requireNoNotice(SubscriptionView contract, LocalDate effective) {
        if (contract.endsOn() != null && !contract.endsOn().isAfter(effective)) {
            throw new Conflict(
                    "notice-given",
                    contract.number(),
                    contract.endsOn().minusDays(1).toString());
        }
    }

    private boolean removesAll(SubscriptionView contract, List<Seats> leaving) {
        var here = seatsAt(contract, LocalDate.MAX);
        return !leaving.isEmpty()
                && here.entrySet().stream()
                        .allMatch(seats -> leaving.stream()
                                        .filter(one -> seats.getKey().equals(one.product()))
                                        .mapToInt(Seats::quantity)
                                        .sum()
                                == seats.getValue());
    }

    private void checkSeats(SubscriptionView contract, List<Seats> leaving, LocalDate effective) {
        var here = seatsAt(contract, effective);
        check.removable(leaving, List.copyOf(here.keySet()), product -> here.getOrDefault(product, 0));
    }

    /** How many of each product there will be, after everything that leaves until that day. */
    private Map<String, Integer> seatsAt(SubscriptionView contract, LocalDate day) {
        var seats = contract.lines().stream()
                .collect(groupingBy(
                        SubscriptionLine::product, LinkedHashMap::new, summingInt(SubscriptionLine::quantity)));
        changes.open(contract.number()).stream()
                .filter(change -> change.kind() == Kind.REDUCE_SEATS
                        && !change.effectiveOn().isAfter(day))
                .flatMap(change -> change.seats().stream())
                .forEach(leaving -> seats.merge(leaving.product(), -leaving.quantity(), Integer::sum));
        seats.values().removeIf(quantity -> quantity < 1);
        return seats;
    }
}
