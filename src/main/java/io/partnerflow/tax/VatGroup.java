package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.List;

/**
 * The lines of one document that share a category and a rate.
 *
 * @param net sum of the rounded line nets
 * @param vat on that sum, rounded half-up once
 */
public record VatGroup(VatCategory category, Percentage rate, Money net, Money vat) {

    /**
     * <b>Source:</b> C-17, EN 16931 BR-CO-17: tax on the sum, not per line.
     *
     * @param lineNets at least one, each at the currency's minor unit; a correction is negative
     */
    public static VatGroup of(VatCategory category, Percentage rate, List<Money> lineNets) {
        var net = Money.sum(lineNets.get(0).currency(), lineNets);
        return new VatGroup(category, rate, net, rate.of(net));
    }
}
