package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A term that ends by itself: when the follow-up offer goes out and when the devices must be back.
 *
 * @param term the whole of it, extensions included
 */
public record RentalTerm(Term term) {

    /** <b>Source:</b> C-05, W-30. */
    public static RentalTerm of(LocalDate start, int months) {
        return new RentalTerm(Term.first(start, months));
    }

    /** First day after the contract. */
    public LocalDate contractEnd() {
        return term.renewalDate();
    }

    /** @param monthsBefore the end, clamped to the month's last day */
    public LocalDate followUpOfferOn(int monthsBefore) {
        return contractEnd().minusMonths(monthsBefore);
    }

    /** @param days after the end */
    public LocalDate returnDue(int days) {
        return contractEnd().plusDays(days);
    }

    /**
     * An extension of a running rental.
     *
     * @param allowed        whether one more step fits under the cap
     * @param monthsAfter    length of the contract after it; unchanged if it is not allowed
     * @param remainingSteps how many steps fit before it, 0 or more
     */
    public record Extension(boolean allowed, int monthsAfter, int remainingSteps) {

        /**
         * <b>Source:</b> C-15, W-31.
         *
         * @param contractMonths as concluded
         * @param extendedMonths by earlier extensions
         * @param stepMonths     1 or more
         * @param capMonths      longest contract there is
         */
        public static Extension of(int contractMonths, int extendedMonths, int stepMonths, int capMonths) {
            var monthsSoFar = contractMonths + extendedMonths;
            var steps = Math.max(0, (capMonths - monthsSoFar) / stepMonths);
            return new Extension(steps > 0, steps > 0 ? monthsSoFar + stepMonths : monthsSoFar, steps);
        }

        /** Always zero: nothing new has been concluded (WA-7). */
        public Money commission(Currency currency) {
            return Money.zero(currency);
        }
    }
}
