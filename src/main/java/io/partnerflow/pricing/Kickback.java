package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reseller's share of what was invoiced in a month.
 *
 * @param lines      one per document of the month, in their order; a credit note's is negative
 * @param monthTotal their sum
 * @param payable    zero or more
 * @param carryOut   what a later month starts with: zero, less, or what is too little to pay out
 */
public record Kickback(List<Money> lines, Money monthTotal, Money payable, Money carryOut) {

    /**
     * A document as the share sees it.
     *
     * @param issued where the vendor is
     * @param net    without VAT; a credit note's is negative
     * @param rate   the one an earlier month's invoice earned at, for its credit note; null for the month's own
     */
    public record Document(
            LocalDate issued, Money net, @Nullable Percentage rate) {

        public Document(LocalDate issued, Money net) {
            this(issued, net, null);
        }

        private Money earnsAt(Percentage ofMonth) {
            return (rate == null ? ofMonth : rate).of(net);
        }
    }

    /**
     * From which net of a month which rate holds, for the whole month.
     *
     * @param from 0 for the lowest
     */
    public record Tier(Money from, Percentage rate) {}

    public Kickback {
        lines = List.copyOf(lines);
    }

    /**
     * <b>Source:</b> C-16, HA-2, HA-3: rounded per document, so that a credit note cancels its invoice exactly; a negative
     * month is carried, never collected.
     *
     * @param documents those of other months do not count
     * @param carryIn   what months before left
     */
    public static Kickback of(YearMonth month, Percentage rate, List<Document> documents, Money carryIn) {
        var lines = documents.stream()
                .filter(document -> YearMonth.from(document.issued()).equals(month))
                .map(document -> document.earnsAt(rate))
                .toList();
        return settled(lines, carryIn);
    }

    /**
     * The month with lines that have been agreed on, such as after a dispute.
     *
     * <p><b>Source:</b> HA-3.
     */
    public static Kickback settled(List<Money> lines, Money carryIn) {
        var total = Money.sum(carryIn.currency(), lines);
        var balance = total.plus(carryIn);
        var nothing = Money.zero(carryIn.currency());
        return balance.isNegative()
                ? new Kickback(lines, total, nothing, balance)
                : new Kickback(lines, total, balance, nothing);
    }

    /**
     * The same, paid out only if it is worth the while.
     *
     * <p><b>Source:</b> HA-4.
     *
     * @param threshold smallest amount that is paid out; less is carried
     */
    public Kickback paidFrom(Money threshold) {
        return payable.isPositive() && payable.compareTo(threshold) < 0
                ? new Kickback(lines, monthTotal, Money.zero(payable.currency()), payable)
                : this;
    }

    /**
     * <b>Source:</b> HA-1: whole-amount tiers.
     *
     * @param tiers in any order; below the lowest the rate is 0
     */
    public static Percentage rate(List<Tier> tiers, Money monthNet) {
        return tiers.stream()
                .filter(tier -> tier.from().compareTo(monthNet) <= 0)
                .max(Comparator.comparing(Tier::from))
                .map(Tier::rate)
                .orElse(Percentage.ZERO);
    }
}
