package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.util.List;

/**
 * The price of one line, with the way to it.
 *
 * @param request       what was asked
 * @param discounts     those above zero, in the order they are taken off
 * @param unitNet       one unit for one year in the list price's currency, 6 decimals; for reading, not for reckoning
 * @param annualNet     all units for one year: the contractual number, rounded once
 * @param contractValue all units for the whole term, from {@code annualNet}
 */
public record PricedLine(
        PriceRequest request, List<Discount> discounts, BigDecimal unitNet, Money annualNet, Money contractValue) {

    /** What a discount is for. */
    public enum Kind {
        TERM,
        PARTNER
    }

    /** One discount of a line. */
    public record Discount(Kind kind, Percentage percent) {}

    public PricedLine {
        discounts = List.copyOf(discounts);
    }

    /** All units for one year at list price: the sold value a reseller sees (PA-2). */
    public Money annualList() {
        return request.listPerYear().times(request.quantity());
    }

    /** What the partner discount is worth in a year (PA-2); with {@code annualNet} it adds up to the price without it. */
    public Money annualPartnerDiscount() {
        return annualList().times(request.termDiscount().rest()).minus(annualNet);
    }

    /** The annual net in words. */
    public Formula formula() {
        var quantity = request.quantity();
        var list = request.listPerYear();
        if (discounts.isEmpty()) {
            return Formula.of("price", quantity, list, annualNet);
        }
        var first = discounts.get(0);
        return discounts.size() == 1
                ? Formula.of("price." + word(first), quantity, list, first.percent(), annualNet)
                : Formula.of(
                        request.additiveDiscounts() ? "price.term-plus-partner" : "price.term-partner",
                        quantity,
                        list,
                        first.percent(),
                        discounts.get(1).percent(),
                        annualNet);
    }

    private static String word(Discount discount) {
        return discount.kind() == Kind.TERM ? "term" : "partner";
    }
}
