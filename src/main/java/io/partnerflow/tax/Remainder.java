package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of an invoice after credit notes: each line's net, each group's tax. However it is taken back, in one
 * piece or in many, it ends at exactly zero.
 *
 * <p><b>Source:</b> C-18, I07.
 *
 * @param lines  in the invoice's order
 * @param groups the invoice's, with the net and the tax that are left
 */
public record Remainder(List<TaxedLine> lines, List<VatGroup> groups) {

    public Remainder {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
    }

    /** Nothing has been taken back yet. */
    public static Remainder of(List<TaxedLine> invoiced) {
        return new Remainder(invoiced, VatTotals.ofLines(invoiced).groups());
    }

    /** What is left of each line. */
    public List<Money> nets() {
        return lines.stream().map(TaxedLine::net).toList();
    }

    public boolean isClosed() {
        return nets().stream().allMatch(Money::isZero);
    }

    /** Whether so much can be taken back of the line: not more than is left, and not the other way round. */
    public boolean covers(int line, Money net) {
        var left = lines.get(line).net();
        var lowest = left.isNegative() ? left : Money.zero(left.currency());
        var highest = left.isNegative() ? Money.zero(left.currency()) : left;
        return net.compareTo(lowest) >= 0 && net.compareTo(highest) <= 0;
    }

    /**
     * The foot of a credit note. Its tax is reckoned as on an invoice, but never more than is left of the group; what
     * takes back the last of a group's net takes back the last of its tax.
     *
     * @param nets for each line what is taken back of it, zero for nothing
     * @throws IllegalArgumentException if one is more than is left
     */
    public VatTotals credit(List<Money> nets) {
        IntStream.range(0, nets.size()).forEach(line -> {
            if (!covers(line, nets.get(line))) {
                throw new IllegalArgumentException("of line %d %s is left, not %s"
                        .formatted(line + 1, lines.get(line).net(), nets.get(line)));
            }
        });
        var credited = new LinkedHashMap<VatGroup, Money>();
        for (var line = 0; line < nets.size(); line++) {
            if (!nets.get(line).isZero()) {
                credited.merge(groupOf(lines.get(line)), nets.get(line), Money::plus);
            }
        }
        if (credited.isEmpty()) {
            credited.put(groups.get(0), Money.zero(groups.get(0).net().currency()));
        }
        return VatTotals.of(credited.entrySet().stream()
                .map(entry -> credited(entry.getKey(), entry.getValue()))
                .toList());
    }

    /**
     * What is left after credit notes.
     *
     * @param nets     for each line what was taken back of it
     * @param credited net and tax that were taken back, by group
     */
    public Remainder minus(List<Money> nets, List<VatGroup> credited) {
        var left = new ArrayList<TaxedLine>();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            left.add(new TaxedLine(line.category(), line.rate(), line.net().minus(nets.get(index))));
        }
        return new Remainder(
                left, groups.stream().map(group -> minus(group, credited)).toList());
    }

    private static VatGroup minus(VatGroup group, List<VatGroup> credited) {
        return credited.stream()
                .filter(one -> one.category() == group.category() && one.rate().equals(group.rate()))
                .reduce(
                        group,
                        (left, one) -> new VatGroup(
                                left.category(),
                                left.rate(),
                                left.net().minus(one.net()),
                                left.vat().minus(one.vat())));
    }

    private VatGroup groupOf(TaxedLine line) {
        return groups.stream()
                .filter(group ->
                        group.category() == line.category() && group.rate().equals(line.rate()))
                .findFirst()
                .orElseThrow();
    }

    private static VatGroup credited(VatGroup left, Money net) {
        var reckoned = VatGroup.of(left.category(), left.rate(), List.of(net));
        var takesTheLast =
                !net.isZero() && net.equals(left.net()) || reckoned.vat().compareTo(left.vat()) > 0;
        return takesTheLast ? new VatGroup(left.category(), left.rate(), net, left.vat()) : reckoned;
    }
}
