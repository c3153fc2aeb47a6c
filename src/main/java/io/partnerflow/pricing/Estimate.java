package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order will cost and when, from the same functions the invoices come from (AA-11).
 *
 * @param lines         at least one, in one currency
 * @param term          what the order binds for
 * @param annualNet     sum of the lines' annual nets
 * @param contractValue sum of all instalments
 * @param instalments   every coming one, first one first
 * @param deadlines     of the term
 */
public record Estimate(
        List<PricedLine> lines,
        Term term,
        Money annualNet,
        Money contractValue,
        List<Instalment> instalments,
        Deadlines deadlines) {

    /**
     * What the programme and the order say about time.
     *
     * @param start                 first day of the service
     * @param orderDate             today, where the vendor is
     * @param stepMonths            length of a billing period
     * @param noticeDays            before the renewal date
     * @param reductionWindowMonths before the renewal date, 0 for none
     */
    public record Timing(
            LocalDate start, LocalDate orderDate, int stepMonths, int noticeDays, int reductionWindowMonths) {}

    public Estimate {
        lines = List.copyOf(lines);
        instalments = List.copyOf(instalments);
    }

    /** @throws IllegalArgumentException if there is no line, or the lines differ in term or currency */
    public static Estimate of(List<PricedLine> lines, Timing timing) {
        var term = Term.first(timing.start(), commonTermMonths(lines));
        var annualNets = lines.stream().map(PricedLine::annualNet).toList();
        var instalments = Instalment.of(term, timing.stepMonths(), annualNets, timing.orderDate());
        return new Estimate(
                lines,
                term,
                Money.sum(annualNets.get(0).currency(), annualNets),
                Instalment.total(instalments),
                instalments,
                Deadlines.of(term.renewalDate(), timing.noticeDays(), timing.reductionWindowMonths()));
    }

    private static int commonTermMonths(List<PricedLine> lines) {
        var months = lines.stream()
                .map(line -> line.request().termMonths())
                .distinct()
                .toList();
        if (months.size() != 1) {
            throw new IllegalArgumentException("lines of one order have one term, these have " + months);
        }
        return months.get(0);
    }
}
