package io.partnerflow.pricing;

import io.partnerflow.pricing.PricedLine.Discount;
import io.partnerflow.pricing.PricedLine.Kind;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Rounding;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a line costs. */
public final class Pricing {

    private static final int UNIT_DECIMALS = 6;

    private Pricing() {}

    /**
     * List price times quantity, less the term discount, less the partner discount of what is left.
     *
     * <p><b>Source:</b> C-01, C-02, C-03, AA-8. Discounts multiply: 10 % and 20 % leave 72 %; only where the programme
     * says so they are added up and leave 70 %. The annual net is
     * rounded half-up, once, from the exact product; everything after it starts from the rounded number.
     */
    public static PricedLine price(PriceRequest request) {
        var list = request.listPerYear();
        var unit = list.amount().multiply(request.rest());
        var annual = Money.rounded(unit.multiply(BigDecimal.valueOf(request.quantity())), list.currency());
        var discounts = Stream.of(
                        new Discount(Kind.TERM, request.termDiscount()),
                        new Discount(Kind.PARTNER, request.partnerDiscount()))
                .filter(discount -> !discount.percent().isZero())
                .toList();
        return new PricedLine(
                request,
                discounts,
                Rounding.halfUp(unit, UNIT_DECIMALS),
                annual,
                Term.value(annual, request.termMonths()));
    }

    /**
     * What the next term costs.
     *
     * <p><b>Source:</b> C-12: list price and discounts of the renewal date; a scheduled reduction comes first.
     *
     * @param atRenewal          the request with the running term's quantity and the renewal date's prices
     * @param scheduledReduction units that go at the renewal, 0 to the quantity
     */
    public static PricedLine renewal(PriceRequest atRenewal, int scheduledReduction) {
        return price(atRenewal.withQuantity(atRenewal.quantity() - scheduledReduction));
    }
}
