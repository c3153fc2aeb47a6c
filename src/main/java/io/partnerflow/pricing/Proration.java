package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;

/**
 * What is charged for a part of a period.
 *
 * @param place       where the day of change lies; nothing is charged outside the period
 * @param chargedDays the day of change to the end of the period, 0 outside of it
 * @param periodDays  of the whole period, 365 or 366 for a year
 * @param whole       what the whole period costs
 * @param charge      what these days cost, rounded half-up once
 */
public record Proration(Place place, long chargedDays, long periodDays, Money whole, Money charge) {

    /** Where a day of change lies. */
    public enum Place {
        BEFORE_PERIOD,
        IN_PERIOD,
        /** The day after the last: it is the next period's first. */
        NEXT_PERIOD
    }

    /**
     * What is added in the middle of a billing period costs until its end.
     *
     * <p><b>Source:</b> C-02, C-04, A-19, AA-6, AA-7: actual days; the day of change is charged.
     *
     * @param annualNet      of what is added, at the contract's own prices
     * @param period         the running billing period
     * @param monthsInPeriod its nominal length, 1 or more
     * @param change         first day with the addition
     */
    public static Proration ofAddition(Money annualNet, Period period, int monthsInPeriod, LocalDate change) {
        var place = place(period, change);
        var days = place == Place.IN_PERIOD ? new Period(change, period.to()).days() : 0;
        return of(place, days, period, annualNet, monthsInPeriod);
    }

    /**
     * A first term made shorter so that it ends with another contract; the next term is a full one.
     *
     * <p><b>Source:</b> C-08.
     *
     * @param alignTo            first day of the next term, after {@code start} and at most a standard term later
     * @param standardTermMonths 1 or more
     * @throws IllegalArgumentException if {@code alignTo} is out of these bounds
     */
    public static Proration ofShortFirstTerm(
            Money annualNet, LocalDate start, LocalDate alignTo, int standardTermMonths) {
        var standard = Term.first(start, standardTermMonths).period();
        if (alignTo.isAfter(standard.to())) {
            throw new IllegalArgumentException("%s lies more than a term after %s".formatted(alignTo, start));
        }
        return of(Place.IN_PERIOD, new Period(start, alignTo).days(), standard, annualNet, standardTermMonths);
    }

    /** The charge in words. */
    public Formula formula() {
        return Formula.of("prorated", chargedDays, periodDays, whole, charge);
    }

    private static Proration of(Place place, long days, Period period, Money annualNet, int months) {
        return new Proration(
                place,
                days,
                period.days(),
                Term.value(annualNet, months),
                annualNet.share(months * days, 12 * period.days()));
    }

    private static Place place(Period period, LocalDate change) {
        if (change.isBefore(period.from())) {
            return Place.BEFORE_PERIOD;
        }
        return period.contains(change) ? Place.IN_PERIOD : Place.NEXT_PERIOD;
    }
}
