package io.partnerflow.orders;

import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.tax.VatGroup;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs by the price list of one day. Once an order is registered this is frozen with it, and never
 * reckoned again.
 *
 * @param orderDate       the day the price list and the discounts are those of (PA-6)
 * @param products        codes, in the order of the estimate's lines
 * @param partnerDiscount the reseller's
 * @param termDiscount    for the length of the term
 * @param vatRate         of the day; the invoice takes that of its own
 * @param vatCategory     null stands for taxed at the vendor's rate
 * @param vatReason       null stands for the vendor's own country
 * @param openEnded       whether it goes on from term to term until somebody gives notice, without a renewal
 * @param endsByItself    whether it ends with its term, without a renewal and without notice (W-30)
 */
public record OrderEstimate(
        LocalDate orderDate,
        List<String> products,
        Percentage partnerDiscount,
        Percentage termDiscount,
        Percentage vatRate,
        @Nullable VatCategory vatCategory,
        @Nullable Reason vatReason,
        boolean openEnded,
        boolean endsByItself,
        Estimate estimate) {

    public OrderEstimate {
        products = List.copyOf(products);
        vatCategory = vatCategory == null ? VatCategory.S : vatCategory;
        vatReason = vatReason == null ? Reason.DOMESTIC : vatReason;
    }

    /** A year at list prices: the sold licence value a reseller sees (PA-2). */
    public Money annualList() {
        return Money.sum(
                estimate.annualNet().currency(),
                estimate.lines().stream().map(PricedLine::annualList).toList());
    }

    /** What the partner discount is worth in a year (PA-2). */
    public Money annualPartnerDiscount() {
        return Money.sum(
                estimate.annualNet().currency(),
                estimate.lines().stream().map(PricedLine::annualPartnerDiscount).toList());
    }

    /** Whether the first renewal can no longer be prevented (AA-15). */
    public boolean noticeTooLate() {
        return !openEnded && !endsByItself && !estimate.deadlines().allowsNoticeOn(orderDate);
    }

    /** Tax on what the whole term costs. */
    public VatGroup tax() {
        return VatGroup.of(vatCategory, vatRate, List.of(estimate.contractValue()));
    }

    OrderPrice price() {
        return new OrderPrice(
                annualList(), estimate.annualNet(), estimate.contractValue(), partnerDiscount, termDiscount);
    }
}
