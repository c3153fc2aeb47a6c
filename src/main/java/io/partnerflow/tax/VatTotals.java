package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import java.util.List;

/**
 * The foot of a document.
 *
 * @param groups at least one, each category and rate once
 * @param net    sum of the groups' nets
 * @param vat    sum of the groups' taxes
 * @param gross  net and vat
 */
public record VatTotals(List<VatGroup> groups, Money net, Money vat, Money gross) {

    /** <b>Source:</b> C-17, EN 16931 BR-CO-14, BR-CO-15: totals by addition, nothing is rounded again. */
    public static VatTotals of(List<VatGroup> groups) {
        var currency = groups.get(0).net().currency();
        var net = Money.sum(currency, groups.stream().map(VatGroup::net).toList());
        var vat = Money.sum(currency, groups.stream().map(VatGroup::vat).toList());
        return new VatTotals(List.copyOf(groups), net, vat, net.plus(vat));
    }
}
