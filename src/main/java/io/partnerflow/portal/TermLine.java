package io.partnerflow.portal;

import io.partnerflow.shared.Period;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The running term as a line with the days that matter on it.
 *
 * @param marks by day
 */
record TermLine(List<Mark> marks) {

    private static final String TODAY = "today";
    private static final int LONGEST = 1000;
    private static final int CIRCLE = 44;

    /**
     * @param place  0 for the term's first day to 1000 for the day it ends
     * @param label  key of what the day is, below {@code portal.changes.day.}
     * @param passed whether it is over
     */
    record Mark(int number, int place, LocalDate day, String label, boolean passed) {}

    private record Day(LocalDate day, String label) {}

    /** @param history everything that was asked for, the latest first */
    static TermLine of(SubscriptionView contract, List<SubscriptionChange> history, LocalDate today) {
        var term = contract.term();
        var days = new ArrayList<Day>();
        days.add(new Day(today, TODAY));
        if (contract.nextInvoiceOn() != null) {
            days.add(new Day(contract.nextInvoiceOn(), "invoice"));
        }
        days.addAll(contract.endsByItself() ? ofItsEnd(contract, history) : ofItsRenewal(contract, history));
        var renewal = contract.deadlines().renewalDate();
        var shown = days.stream()
                .filter(one -> !one.day().isBefore(term.from()) && !one.day().isAfter(renewal))
                .sorted(Comparator.comparing(Day::day))
                .toList();
        var circles = apart(shown.stream()
                .filter(one -> !TODAY.equals(one.label()))
                .map(one -> placeOf(term, one.day()))
                .toList());
        var next = circles.iterator();
        var marks = new ArrayList<Mark>();
        for (var one : shown) {
            marks.add(new Mark(
                    marks.size() + 1,
                    TODAY.equals(one.label()) ? placeOf(term, one.day()) : next.next(),
                    one.day(),
                    one.label(),
                    one.day().isBefore(today)));
        }
        return new TermLine(List.copyOf(marks));
    }

    private static int placeOf(Period term, LocalDate day) {
        return (int) (LONGEST * ChronoUnit.DAYS.between(term.from(), day) / Math.max(1, term.days()));
    }

    /** So far from each other that every number can be read, where days are near each other or the same. */
    private static List<Integer> apart(List<Integer> places) {
        var apart = new ArrayList<>(places);
        for (var i = apart.size() - 2; i >= 0; i--) {
            apart.set(i, Math.min(apart.get(i), apart.get(i + 1) - CIRCLE));
        }
        for (var i = 0; i < apart.size(); i++) {
            apart.set(i, Math.max(apart.get(i), i == 0 ? 0 : apart.get(i - 1) + CIRCLE));
        }
        return apart;
    }

    private static List<Day> ofItsRenewal(SubscriptionView contract, List<SubscriptionChange> history) {
        var days = new ArrayList<Day>();
        if (contract.agreed().reductionWindowMonths() > 0) {
            days.add(new Day(contract.deadlines().lastDayForReduction(), "reduction"));
        }
        days.add(new Day(contract.deadlines().lastDayForNotice(), "notice"));
        history.stream()
                .filter(change -> change.kind() == SubscriptionChange.Kind.REDUCE_SEATS && change.isOpen())
                .map(SubscriptionChange::effectiveOn)
                .distinct()
                .forEach(day -> days.add(new Day(day, "fewer")));
        var renewal = contract.deadlines().renewalDate();
        days.add(new Day(renewal, renewal.equals(contract.endsOn()) ? "end" : "renewal"));
        return days;
    }

    private static List<Day> ofItsEnd(SubscriptionView contract, List<SubscriptionChange> history) {
        var days = new ArrayList<Day>();
        days.add(new Day(contract.startDate(), "begin"));
        days.add(new Day(contract.followUpOn(), "follow-up"));
        history.stream()
                .filter(change -> change.kind() == SubscriptionChange.Kind.EXTEND)
                .map(change -> change.effectiveOn().minusDays(1))
                .forEach(day -> days.add(new Day(day, "extended")));
        days.add(new Day(contract.lastDay(), "last"));
        return days;
    }
}
