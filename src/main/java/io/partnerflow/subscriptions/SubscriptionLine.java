package io.partnerflow.subscriptions;

import io.partnerflow.pricing.PriceRequest;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.pricing.Pricing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * One product of a term, at the prices frozen when the term began.
 *
 * @param product code in the catalogue
 * @param listPerYear of one piece
 * @param additiveDiscounts whether the discounts are added up instead of taken off one after the other (AA-8)
 */
public record SubscriptionLine(
        String product,
        int quantity,
        Money listPerYear,
        Percentage termDiscount,
        Percentage partnerDiscount,
        boolean additiveDiscounts) {

    /** The line reckoned by the one pricing function. */
    public PricedLine priced(int termMonths) {
        return Pricing.price(
                new PriceRequest(listPerYear, quantity, termMonths, termDiscount, partnerDiscount, additiveDiscounts));
    }
}
