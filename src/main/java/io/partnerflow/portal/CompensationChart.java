package io.partnerflow.portal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.partnerflow.commission.CompensationByMonth.Sum;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What was earned in one currency, a bar for each of the last months: drawn once with a year of them, and once with half a
 * year for a telephone. The table beside it has every month.
 *
 * @param months a year of them, oldest first, those without a statement too
 */
record CompensationChart(String currency, List<Sum> months, Sheet wide, Sheet narrow) {

    static final int MONTHS = 12;
    private static final int FEW = 6;
    private static final int TOP = 24;
    private static final int BOTTOM = 180;

    /** @param lines of the scale behind the bars */
    record Sheet(int width, List<Bar> bars, List<Line> lines) {}

    /**
     * @param billed height of its lower part
     * @param open height of its upper part
     * @param label what it comes to; empty for nothing
     */
    record Bar(int x, int width, int billedTop, int billed, int openTop, int open, String label, String month) {}

    record Line(int y, String label) {}

    /** A chart for each currency; empty where there is nothing to draw. */
    static List<CompensationChart> of(List<Sum> sums, YearMonth last, Formats formats, Locale language) {
        return sums.stream()
                .collect(groupingBy(sum -> sum.earned().currencyCode(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(one -> of(one.getKey(), one.getValue(), last, formats, language))
                .toList();
    }

    private static CompensationChart of(
            String currency, List<Sum> sums, YearMonth last, Formats formats, Locale language) {
        var months = new ArrayList<Sum>();
        for (var month = last.minusMonths(MONTHS - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            var wanted = month;
            months.add(sums.stream()
                    .filter(sum -> sum.month().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> none(wanted, currency)));
        }
        var scale = new Scale(months, formats, language);
        return new CompensationChart(
                currency,
                List.copyOf(months),
                scale.sheet(720, months),
                scale.sheet(340, months.subList(MONTHS - FEW, MONTHS)));
    }

    private static Sum none(YearMonth month, String currency) {
        var nothing = Money.of(BigDecimal.ZERO, currency);
        return new Sum(month, nothing, nothing, nothing);
    }

    /** How much of money is how much of height. */
    private record Scale(BigDecimal top, Formats formats, DateTimeFormatter month) {

        Scale(List<Sum> months, Formats formats, Locale language) {
            this(
                    round(months.stream()
                            .map(one -> one.billed().plus(one.open()).amount())
                            .max(BigDecimal::compareTo)
                            .orElse(BigDecimal.ONE)),
                    formats,
                    DateTimeFormatter.ofPattern("LLL", language));
        }

        /** The next of 1, 2, 5, 10, … that is not less. */
        private static BigDecimal round(BigDecimal most) {
            var power = BigDecimal.ONE.movePointRight(Math.max(0, most.precision() - most.scale() - 1));
            return List.of(1, 2, 5, 10).stream()
                    .map(step -> power.multiply(BigDecimal.valueOf(step)))
                    .filter(step -> step.compareTo(most) >= 0)
                    .findFirst()
                    .orElse(power);
        }

        Sheet sheet(int width, List<Sum> months) {
            var left = 64;
            var step = (width - left - 8) / months.size();
            var bars = new ArrayList<Bar>();
            for (var i = 0; i < months.size(); i++) {
                bars.add(bar(months.get(i), left + i * step + step / 6, step * 2 / 3));
            }
            var lines = List.of(line(BigDecimal.ZERO), line(top.divide(BigDecimal.valueOf(2))), line(top));
            return new Sheet(width, List.copyOf(bars), lines);
        }

        private Line line(BigDecimal amount) {
            return new Line(BOTTOM - height(amount), formats.number(amount.stripTrailingZeros()));
        }

        private Bar bar(Sum sum, int x, int width) {
            var billed = height(sum.billed().amount());
            var open = height(sum.open().amount());
            var both = sum.billed().plus(sum.open());
            return new Bar(
                    x,
                    width,
                    BOTTOM - billed,
                    billed,
                    BOTTOM - billed - open,
                    open,
                    both.isPositive() ? shortened(both.amount()) : "",
                    month.format(sum.month()));
        }

        /** Three digits are enough above a bar. */
        private String shortened(BigDecimal amount) {
            var rounded = amount.round(new MathContext(3, RoundingMode.HALF_UP));
            return formats.number(rounded.setScale(0, RoundingMode.HALF_UP));
        }

        private int height(BigDecimal amount) {
            return amount.max(BigDecimal.ZERO)
                    .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                    .divide(top, 0, RoundingMode.HALF_UP)
                    .intValue();
        }
    }
}
