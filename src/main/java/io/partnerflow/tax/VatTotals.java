package io.partnerflow.tax;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.LinkedHashMap;
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

    private record Key(VatCategory category, Percentage rate) {}

    public VatTotals {
        groups = List.copyOf(groups);
    }

    /** <b>Source:</b> C-17, EN 16931 BR-CO-14, BR-CO-15: totals by addition, nothing is rounded again. */
    public static VatTotals of(List<VatGroup> groups) {
        var currency = groups.get(0).net().currency();
        var net = Money.sum(currency, groups.stream().map(VatGroup::net).toList());
        var vat = Money.sum(currency, groups.stream().map(VatGroup::vat).toList());
        return new VatTotals(groups, net, vat, net.plus(vat));
    }

    /**
     * The lines put into groups, in the order in which each group's first line stands.
     *
     * @param lines at least one, in one currency
     */
    public static VatTotals ofLines(List<TaxedLine> lines) {
        var nets = lines.stream()
                .collect(groupingBy(
                        line -> new Key(line.category(), line.rate()),
                        LinkedHashMap::new,
                        mapping(TaxedLine::net, toList())));
        return of(nets.entrySet().stream()
                .map(group ->
                        VatGroup.of(group.getKey().category(), group.getKey().rate(), group.getValue()))
                .toList());
    }
}
