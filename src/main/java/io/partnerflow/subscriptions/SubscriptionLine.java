package io.partnerflow.subscriptions;

import io.partnerflow.pricing.PriceRequest;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.pricing.Pricing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One product of a term, at the prices frozen when the term began.
 *
 * @param product code in the catalogue
 * @param listPerYear of one piece
 * @param additiveDiscounts whether the discounts are added up instead of taken off one after the other (AA-8)
 * @param change number of the change that added the seats during the term; null for what the term began with
 * @param begins first day of seats that were added during the term; null if they are there from its first day
 */
public record SubscriptionLine(
        String product,
        int quantity,
        Money listPerYear,
        Percentage termDiscount,
        Percentage partnerDiscount,
        boolean additiveDiscounts,
        @Nullable String change,
        @Nullable LocalDate begins) {

    /** What a term begins with. */
    SubscriptionLine(
            String product,
            int quantity,
            Money listPerYear,
            Percentage termDiscount,
            Percentage partnerDiscount,
            boolean additiveDiscounts) {
        this(product, quantity, listPerYear, termDiscount, partnerDiscount, additiveDiscounts, null, null);
    }

    /** More of the same at the same prices (AA-7). */
    SubscriptionLine added(int pieces, String by, @Nullable LocalDate from) {
        return new SubscriptionLine(
                product, pieces, listPerYear, termDiscount, partnerDiscount, additiveDiscounts, by, from);
    }

    /** Another product on the same conditions. */
    SubscriptionLine of(String other, Money listPrice) {
        return new SubscriptionLine(
                other, quantity, listPrice, termDiscount, partnerDiscount, additiveDiscounts, change, begins);
    }

    /** Whether the period's own invoice has it; the part of a period after an addition is invoiced with the addition. */
    boolean isWholeIn(Period period) {
        return begins == null || begins.isBefore(period.from());
    }

    /** What a month costs, rounded, where nobody thinks in years. */
    public Money monthlyNet(int termMonths) {
        var year = priced(termMonths).annualNet();
        return Money.rounded(year.amount().divide(BigDecimal.valueOf(12), 6, RoundingMode.HALF_UP), year.currency());
    }

    /** The line reckoned by the one pricing function. */
    public PricedLine priced(int termMonths) {
        return Pricing.price(
                new PriceRequest(listPerYear, quantity, termMonths, termDiscount, partnerDiscount, additiveDiscounts));
    }
}
