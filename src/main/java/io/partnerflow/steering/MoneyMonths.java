package io.partnerflow.steering;

import io.partnerflow.shared.Money;
import io.partnerflow.steering.ManagersFigures.MonthSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What was invoiced in one currency by month, and how much of it is still owed: the lines of a table with a bar each.
 *
 * @param months oldest first, those in which something was invoiced
 */
record MoneyMonths(String currency, List<Line> months, Money invoiced, Money owed, Money overdue) {

    /** The parts of a bar, from the left: what is settled, what is owed and not overdue, what is overdue. */
    enum Part {
        SETTLED,
        OWED,
        OVERDUE
    }

    /** One month by its first day. */
    record Line(YearMonth month, Money invoiced, Money owed, Money overdue, List<BarPart> bar) {}

    /** One for each currency. */
    static List<MoneyMonths> of(List<MonthSum> invoiced, List<MonthSum> owed, List<MonthSum> overdue) {
        var currencies = new TreeSet<String>();
        invoiced.forEach(sum -> currencies.add(sum.amount().currencyCode()));
        return currencies.stream()
                .map(currency -> of(currency, invoiced, owed, overdue))
                .toList();
    }

    private static MoneyMonths of(
            String currency, List<MonthSum> invoiced, List<MonthSum> owed, List<MonthSum> overdue) {
        var own = invoiced.stream()
                .filter(sum -> sum.amount().currencyCode().equals(currency))
                .toList();
        var highest = own.stream().map(sum -> sum.amount().amount()).reduce(BigDecimal.ONE, BigDecimal::max);
        var lines = new ArrayList<Line>();
        for (var sum : own) {
            var open = in(owed, sum, currency);
            var late = in(overdue, sum, currency);
            lines.add(new Line(sum.month(), sum.amount(), open, late, bar(sum.amount(), open, late, highest)));
        }
        return new MoneyMonths(
                currency,
                List.copyOf(lines),
                total(lines.stream().map(Line::invoiced).toList(), currency),
                total(lines.stream().map(Line::owed).toList(), currency),
                total(lines.stream().map(Line::overdue).toList(), currency));
    }

    private static List<BarPart> bar(Money invoiced, Money owed, Money overdue, BigDecimal highest) {
        var parts = new ArrayList<BarPart>();
        var settled = width(invoiced.minus(owed), highest);
        var waiting = width(owed.minus(overdue), highest);
        parts.add(new BarPart(Part.SETTLED.name(), 0, settled));
        parts.add(new BarPart(Part.OWED.name(), settled, waiting));
        parts.add(new BarPart(Part.OVERDUE.name(), settled + waiting, width(overdue, highest)));
        return parts.stream().filter(part -> part.width() > 0).toList();
    }

    private static long width(Money money, BigDecimal highest) {
        return money.amount()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(BarPart.WIDTH))
                .divide(highest, 0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static Money in(List<MonthSum> sums, MonthSum month, String currency) {
        return sums.stream()
                .filter(sum -> sum.month().equals(month.month()))
                .map(MonthSum::amount)
                .filter(amount -> amount.currencyCode().equals(currency))
                .findFirst()
                .orElse(nothing(currency));
    }

    private static Money total(List<Money> amounts, String currency) {
        return amounts.stream().reduce(nothing(currency), Money::plus);
    }

    private static Money nothing(String currency) {
        return Money.of(BigDecimal.ZERO, currency);
    }
}
