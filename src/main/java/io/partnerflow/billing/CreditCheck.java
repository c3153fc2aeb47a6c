package io.partnerflow.billing;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.Remainder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a wish takes back of each line, and whether that can be done: never more than is left.
 *
 * <p><b>Source:</b> C-18.
 */
final class CreditCheck {

    private static final String AMOUNT = "creditAmount";
    private static final int CENT = 1;

    private final Invoice invoice;
    private final Remainder left;
    private final Invalid.Collector problems = new Invalid.Collector();

    /** @param left after what is credited, and what else is wanted */
    CreditCheck(Invoice invoice, Remainder left) {
        this.invoice = invoice;
        this.left = left;
    }

    /**
     * @return what is taken back of each line
     * @throws Invalid naming all that stands in the way
     */
    List<Money> nets(CreditWish wish) {
        if (left.isClosed()) {
            throw Invalid.field("invoiceNumber", "credit-nothing-left", null, invoice.number());
        }
        var nets = wanted(wish.how());
        problems.throwIfAny();
        if (nets.stream().allMatch(Money::isZero)) {
            throw Invalid.field(AMOUNT, "credit-nothing-wanted", null);
        }
        if (wish.again() && !nets.equals(left.nets())) {
            throw Invalid.field("invoiceAgain", "credit-again-in-part", null, invoice.number());
        }
        return nets;
    }

    private List<Money> wanted(CreditWish.How how) {
        if (how instanceof CreditWish.Share share) {
            return IntStream.range(0, invoice.lines().size())
                    .mapToObj(line -> shareOf(line, share.of()))
                    .toList();
        }
        return how instanceof CreditWish.Lines lines ? wantedOf(lines) : left.nets();
    }

    /** Shares that are a hundred percent together may miss a line by the cent each of them was rounded by. */
    private Money shareOf(int line, Percentage share) {
        var net = share.of(invoice.lines().get(line).net());
        var rest = left.lines().get(line).net();
        var over = net.isNegative() ? rest.minus(net) : net.minus(rest);
        var near = over.amount()
                        .movePointRight(over.currency().getDefaultFractionDigits())
                        .intValue()
                <= CENT;
        return !left.covers(line, net) && near && share.compareTo(Percentage.HUNDRED) < 0 ? rest : covered(line, net);
    }

    private List<Money> wantedOf(CreditWish.Lines lines) {
        lines.nets().keySet().stream()
                .filter(line -> line < 1 || line > invoice.lines().size())
                .sorted()
                .forEach(line -> problems.reject(
                        AMOUNT,
                        "credit-line-unknown",
                        line,
                        line,
                        invoice.number(),
                        invoice.lines().size()));
        var nets = new ArrayList<Money>();
        for (var line = 0; line < invoice.lines().size(); line++) {
            nets.add(covered(
                    line,
                    lines.nets().getOrDefault(line + 1, Money.zero(invoice.net().currency()))));
        }
        return nets;
    }

    private Money covered(int line, Money net) {
        if (!left.covers(line, net)) {
            problems.reject(
                    AMOUNT,
                    "credit-more-than-left",
                    net.toString(),
                    line + 1,
                    net.toString(),
                    left.lines().get(line).net().toString());
        }
        return net;
    }
}
