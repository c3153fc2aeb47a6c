package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one billing period costs and when it is invoiced. Instalments with the same issue date are lines of one invoice.
 *
 * @param period    what is paid for
 * @param issueDate first day of the period (C-07), or the day of the order if that is later (C-09)
 * @param lineNets  what each line of the contract adds, in the contract's order
 * @param net       their sum
 */
public record Instalment(Period period, LocalDate issueDate, List<Money> lineNets, Money net) {

    public Instalment {
        lineNets = List.copyOf(lineNets);
    }

    /**
     * The whole term's instalments, first one first. Whatever the rounding, those of a year add up to the annual amount
     * and all of them to the contract's value.
     *
     * <p><b>Source:</b> C-05, C-06, C-07, C-09.
     *
     * @param stepMonths length of a billing period, 1 or more; the term's months for one invoice in advance
     * @param annualNets of the contract's lines, one or more, in one currency
     * @param orderDate  nothing is invoiced before it
     */
    public static List<Instalment> of(Term term, int stepMonths, List<Money> annualNets, LocalDate orderDate) {
        var periods = term.periods(stepMonths);
        return IntStream.range(0, periods.size())
                .mapToObj(index -> {
                    var period = periods.get(index);
                    var nets = annualNets.stream()
                            .map(annual -> part(term, stepMonths, index, annual))
                            .toList();
                    var issueDate = period.from().isBefore(orderDate) ? orderDate : period.from();
                    return new Instalment(
                            period, issueDate, nets, Money.sum(nets.get(0).currency(), nets));
                })
                .toList();
    }

    /**
     * An amount cut into equal parts that add up to it: each is what is due until now, rounded, less what was due before.
     *
     * <p><b>Source:</b> C-06.
     *
     * @param parts 1 or more
     */
    public static List<Money> split(Money total, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(index -> total.share(index + 1L, parts).minus(total.share(index, parts)))
                .toList();
    }

    /** What all of them come to. */
    public static Money total(List<Instalment> instalments) {
        var nets = instalments.stream().map(Instalment::net).toList();
        return Money.sum(nets.get(0).currency(), nets);
    }

    private static Money part(Term term, int stepMonths, int index, Money annual) {
        return Term.value(annual, term.monthsUntilEndOf(index, stepMonths))
                .minus(Term.value(annual, index * stepMonths));
    }
}
