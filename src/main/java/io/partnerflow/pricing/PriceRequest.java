package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * What is asked the price of: one line of an order.
 *
 * @param listPerYear     list price of one unit for one year, not negative
 * @param quantity        units, 0 or more; 0 is what a renewal after the last reduction has
 * @param termMonths      for how long, 1 or more
 * @param termDiscount    for binding oneself that long
 * @param partnerDiscount the reseller's, taken off what the term discount leaves
 */
public record PriceRequest(
        Money listPerYear, int quantity, int termMonths, Percentage termDiscount, Percentage partnerDiscount) {

    /** @throws IllegalArgumentException if a bound is broken */
    public PriceRequest {
        if (listPerYear.isNegative() || quantity < 0 || termMonths < 1) {
            throw new IllegalArgumentException(
                    "no price for %d of %s in %d months".formatted(quantity, listPerYear, termMonths));
        }
    }

    public PriceRequest withQuantity(int other) {
        return new PriceRequest(listPerYear, other, termMonths, termDiscount, partnerDiscount);
    }
}
