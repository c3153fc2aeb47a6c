package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A time a contract binds for. Every boundary is counted from the very first day of the contract, so that a contract of
 * 31 January or 29 February comes back to that day whenever a month has it.
 *
 * <p><b>Source:</b> C-05.
 *
 * @param anchor       first day of the contract's first term
 * @param monthsBefore months of the terms before this one, 0 for the first
 * @param months       of this term, 1 or more
 */
public record Term(LocalDate anchor, int monthsBefore, int months) {

    /** @throws IllegalArgumentException if a bound is broken */
    public Term {
        if (monthsBefore < 0 || months < 1) {
            throw new IllegalArgumentException("no term: %d months after %d".formatted(months, monthsBefore));
        }
    }

    public static Term first(LocalDate start, int months) {
        return new Term(start, 0, months);
    }

    /** The term a renewal begins (C-13: as long as this one unless the contract says otherwise). */
    public Term next(int nextMonths) {
        return new Term(anchor, monthsBefore + months, nextMonths);
    }

    public LocalDate from() {
        return day(0);
    }

    /** First day after the term: the contract renews or has ended. */
    public LocalDate renewalDate() {
        return day(months);
    }

    public LocalDate lastServiceDay() {
        return renewalDate().minusDays(1);
    }

    public Period period() {
        return new Period(from(), renewalDate());
    }

    /**
     * The term cut into billing periods; the last is shorter if the term is no multiple of the step.
     *
     * @param stepMonths length of a period, 1 or more
     */
    public List<Period> periods(int stepMonths) {
        return IntStream.range(0, periodCount(stepMonths))
                .mapToObj(index -> new Period(day(index * stepMonths), day(monthsUntilEndOf(index, stepMonths))))
                .toList();
    }

    /** What an annual amount comes to over this term. */
    public Money value(Money annual) {
        return value(annual, months);
    }

    static Money value(Money annual, int months) {
        return annual.share(months, 12);
    }

    int periodCount(int stepMonths) {
        if (stepMonths < 1) {
            throw new IllegalArgumentException("a billing period is 1 month or more, was " + stepMonths);
        }
        return (months + stepMonths - 1) / stepMonths;
    }

    int monthsUntilEndOf(int index, int stepMonths) {
        return Math.min(months, (index + 1) * stepMonths);
    }

    private LocalDate day(int month) {
        return anchor.plusMonths((long) monthsBefore + month);
    }
}
