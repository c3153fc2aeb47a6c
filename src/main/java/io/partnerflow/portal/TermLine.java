package io.partnerflow.portal;

import io.partnerflow.shared.Period;
import io.partnerflow.subscriptions.CustomerContract;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The running term as a line with the days that matter on it.
 *
 * @param marks by day
 * @param elapsed how much of it is over: 0 for its first day to 1000 for the day it ends
 */
record TermLine(List<Mark> marks, int elapsed) {

    /** Of the whole term. */
    static final int LONGEST = 1000;

    private static final Set<Kind> SCHEDULED = Set.of(Kind.ADD_SEATS, Kind.CHANGE_RESELLER, Kind.CHANGE_TERMS);

    /**
     * @param place 0 for the term's first day to 1000 for the day it ends
     * @param label key of what the day is, below {@code portal.term.}
     * @param tone what it means for the reader: {@code warn} for a last day, {@code info} for what happens by itself
     * @param passed whether it is over
     */
    record Mark(int place, LocalDate day, String label, String tone, boolean passed) {}

    private record Day(LocalDate day, String label, String tone) {}

    /** @param history everything that was asked for, the latest first */
    static TermLine of(SubscriptionView contract, List<SubscriptionChange> history, LocalDate today) {
        var days = new ArrayList<Day>();
        if (contract.nextInvoiceOn() != null) {
            days.add(new Day(contract.nextInvoiceOn(), "invoice", "info"));
        }
        days.addAll(contract.endsByItself() ? ofItsEnd(contract, history) : ofItsRenewal(contract, history));
        return drawn(contract.term().from(), contract.deadlines().renewalDate(), days, today);
    }

    /** As the customer may see it. */
    static TermLine of(CustomerContract contract, LocalDate today) {
        var days = new ArrayList<Day>();
        if (contract.nextInvoiceOn() != null) {
            days.add(new Day(contract.nextInvoiceOn(), "invoice", "info"));
        }
        if (contract.endsOn() == null) {
            days.add(new Day(contract.deadlines().lastDayForNotice(), "notice", "warn"));
            days.add(new Day(contract.deadlines().renewalDate(), "renewal", "good"));
        } else {
            days.add(new Day(contract.endsOn().minusDays(1), "last", "bad"));
        }
        return drawn(contract.term().from(), contract.deadlines().renewalDate(), days, today);
    }

    private static TermLine drawn(LocalDate begin, LocalDate end, List<Day> days, LocalDate today) {
        var term = new Period(begin, end);
        days.add(new Day(begin, "begin", "idle"));
        days.add(new Day(today, "today", "today"));
        var marks = days.stream()
                .filter(one -> !one.day().isBefore(begin) && !one.day().isAfter(end))
                .sorted(Comparator.comparing(Day::day))
                .map(one -> new Mark(
                        placeOf(term, one.day()),
                        one.day(),
                        one.label(),
                        one.tone(),
                        one.day().isBefore(today)))
                .toList();
        return new TermLine(marks, Math.max(0, Math.min(LONGEST, placeOf(term, today))));
    }

    private static int placeOf(Period term, LocalDate day) {
        return (int) (LONGEST * ChronoUnit.DAYS.between(term.from(), day) / Math.max(1, term.days()));
    }

    private static List<Day> ofItsRenewal(SubscriptionView contract, List<SubscriptionChange> history) {
        var days = new ArrayList<Day>();
        var renewal = contract.deadlines().renewalDate();
        if (contract.agreed().reductionWindowMonths() > 0) {
            days.add(new Day(contract.deadlines().lastDayForReduction(), "reduction", "warn"));
        }
        days.add(new Day(contract.deadlines().lastDayForNotice(), "notice", "warn"));
        history.stream()
                .filter(change -> change.kind() == Kind.REDUCE_SEATS && change.isOpen())
                .map(SubscriptionChange::effectiveOn)
                .distinct()
                .forEach(day -> days.add(new Day(day, "fewer", "info")));
        history.stream()
                .filter(change -> SCHEDULED.contains(change.kind()) && change.isOpen())
                .forEach(change ->
                        days.add(new Day(change.effectiveOn(), change.kind().name(), "info")));
        days.add(
                renewal.equals(contract.endsOn())
                        ? new Day(renewal, "end", "bad")
                        : new Day(renewal, "renewal", "good"));
        return days;
    }

    private static List<Day> ofItsEnd(SubscriptionView contract, List<SubscriptionChange> history) {
        var days = new ArrayList<Day>();
        days.add(new Day(contract.followUpOn(), "follow-up", "warn"));
        history.stream()
                .filter(change -> change.kind() == Kind.EXTEND)
                .map(change -> change.effectiveOn().minusDays(1))
                .forEach(day -> days.add(new Day(day, "extended", "idle")));
        days.add(new Day(contract.lastDay(), "last", "bad"));
        return days;
    }
}
