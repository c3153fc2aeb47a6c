package io.partnerflow.pricing;

import static java.util.stream.Collectors.groupingBy;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an order will cost and when, from the same functions the invoices come from (AA-11).
 *
 * @param lines         at least one, in one currency
 * @param term          what the order binds for
 * @param annualNet     sum of the lines' annual nets
 * @param contractValue what the whole term costs
 * @param instalments   every one that will be invoiced, first one first
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
     * @param backdated             what becomes of periods that had begun before the order
     */
    public record Timing(
            LocalDate start,
            LocalDate orderDate,
            int stepMonths,
            int noticeDays,
            int reductionWindowMonths,
            Start.Backdated backdated) {

        private boolean owed(Instalment instalment) {
            return backdated == Start.Backdated.CATCH_UP
                    || !instalment.period().from().isBefore(orderDate);
        }
    }

    /**
     * One invoice that will come: periods that had begun before the order are lines of the first one (AA-9).
     *
     * @param periods the instalments on it, at least one
     */
    public record Invoice(LocalDate issueDate, List<Instalment> periods) {

        public Invoice {
            periods = List.copyOf(periods);
        }

        /** From the first day of the first to the last of the last. */
        public Period period() {
            return new Period(
                    periods.get(0).period().from(),
                    periods.get(periods.size() - 1).period().to());
        }

        public Money net() {
            return Instalment.total(periods);
        }
    }

    public Estimate {
        lines = List.copyOf(lines);
        instalments = List.copyOf(instalments);
    }

    /** @throws IllegalArgumentException if there is no line, or the lines differ in term or currency */
    public static Estimate of(List<PricedLine> lines, Timing timing) {
        var term = Term.first(timing.start(), commonTermMonths(lines));
        var annualNets = lines.stream().map(PricedLine::annualNet).toList();
        var all = Instalment.of(term, timing.stepMonths(), annualNets, timing.orderDate());
        return new Estimate(
                lines,
                term,
                Money.sum(annualNets.get(0).currency(), annualNets),
                Instalment.total(all),
                all.stream().filter(timing::owed).toList(),
                Deadlines.of(term.renewalDate(), timing.noticeDays(), timing.reductionWindowMonths()));
    }

    /** Every invoice of the term, first one first. */
    public List<Invoice> invoices() {
        var byDay = instalments.stream()
                .collect(groupingBy(Instalment::issueDate, LinkedHashMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new Invoice(day.getKey(), day.getValue()))
                .toList();
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
