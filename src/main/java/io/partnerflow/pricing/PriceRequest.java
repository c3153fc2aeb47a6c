package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;

/**
 * What is asked the price of: one line of an order.
 *
 * @param listPerYear     list price of one unit for one year, not negative
 * @param quantity        units, 0 or more; 0 is what a renewal after the last reduction has
 * @param termMonths      for how long, 1 or more
 * @param termDiscount    for binding oneself that long
 * @param partnerDiscount the reseller's, taken off what the term discount leaves
 * @param additiveDiscounts whether both discounts are taken off the list price instead; together they never exceed it
 *                        (AA-8)
 */
public record PriceRequest(
        Money listPerYear,
        int quantity,
        int termMonths,
        Percentage termDiscount,
        Percentage partnerDiscount,
        boolean additiveDiscounts) {

    /** With discounts taken off one after the other. */
    public PriceRequest(
            Money listPerYear, int quantity, int termMonths, Percentage termDiscount, Percentage partnerDiscount) {
        this(listPerYear, quantity, termMonths, termDiscount, partnerDiscount, false);
    }

    /** @throws IllegalArgumentException if a bound is broken */
    public PriceRequest {
        if (listPerYear.isNegative() || quantity < 0 || termMonths < 1) {
            throw new IllegalArgumentException(
                    "no price for %d of %s in %d months".formatted(quantity, listPerYear, termMonths));
        }
    }

    public PriceRequest withQuantity(int other) {
        return new PriceRequest(listPerYear, other, termMonths, termDiscount, partnerDiscount, additiveDiscounts);
    }

    /** What the discounts leave of a list price, between 0 and 1. */
    BigDecimal rest() {
        return additiveDiscounts
                ? termDiscount.rest().subtract(partnerDiscount.fraction()).max(BigDecimal.ZERO)
                : termDiscount.rest().multiply(partnerDiscount.rest());
    }
}
