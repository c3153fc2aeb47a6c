package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Instalment;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.NextTerm.Planned;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import io.partnerflow.subscriptions.SubscriptionRows.TermRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invoices a contract still brings, by the same functions they are issued with. */
@Component
@Transactional(readOnly = true)
public class ComingInvoices {

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final NextTerm nextTerm;
    private final Terms terms;
    private final VendorCalendar calendar;

    ComingInvoices(SubscriptionRows rows, ChangeRows changes, NextTerm nextTerm, Terms terms, VendorCalendar calendar) {
        this.rows = rows;
        this.changes = changes;
        this.nextTerm = nextTerm;
        this.terms = terms;
        this.calendar = calendar;
    }

    /**
     * @param issueDate first day of the period (C-07)
     * @param net without VAT
     * @param estimated whether it lies in a term that has not begun, whose prices are those of its first day (C-12)
     */
    public record Coming(LocalDate issueDate, Period period, Money net, boolean estimated) {}

    /** Those of the running term and the first of the one after it, or until the contract ends. */
    public List<Coming> of(SubscriptionView contract) {
        var next = terms.next(contract, terms.running(contract)).renewalDate();
        var end = contract.endsOn() == null || contract.endsOn().isAfter(next) ? next : contract.endsOn();
        var coming = until(contract, end);
        var fixed = coming.stream().filter(one -> !one.estimated()).count();
        return coming.stream().limit(fixed + 1).toList();
    }

    /** @param end first day without the contract */
    List<Coming> until(SubscriptionView contract, LocalDate end) {
        var coming = new ArrayList<Coming>();
        var row = rows.term(contract.number(), calendar.today());
        var term = new Planned(row, rows.lines(contract.number(), row.position()));
        var rhythm = contract.rhythmMonths();
        var next = rows.nextRhythm(contract.number()).orElse(rhythm);
        coming.addAll(of(term, rhythm, false));
        while (term.row().term().renewalDate().isBefore(end)) {
            term = after(contract, term);
            coming.addAll(of(term, next, true));
        }
        var from = contract.nextInvoiceOn();
        return coming.stream()
                .filter(one -> from != null && !one.period().from().isBefore(from))
                .filter(one -> one.period().from().isBefore(end))
                .toList();
    }

    /** What a longer term brings from the contract's present end on: the running lines at their own prices (W-31). */
    List<Coming> extension(SubscriptionView contract, TermRow longer) {
        var lines = rows.lines(contract.number(), longer.position());
        return of(new Planned(longer, lines), contract.rhythmMonths(), false).stream()
                .filter(one -> !one.period().from().isBefore(contract.endsOn()))
                .toList();
    }

    private Planned after(SubscriptionView contract, Planned term) {
        var leaving = changes.open(contract.number()).stream()
                .filter(change -> change.kind() == Kind.REDUCE_SEATS && change.status() == Status.SCHEDULED)
                .filter(change -> change.effectiveOn().equals(term.row().term().renewalDate()))
                .toList();
        return nextTerm.after(contract, term.row(), term.lines(), leaving);
    }

    private static List<Coming> of(Planned term, int rhythm, boolean estimated) {
        var months = term.row().term().months();
        var lines = term.lines();
        var annual = lines.stream().map(line -> line.priced(months).annualNet()).toList();
        return Instalment.of(term.row().term(), rhythm, annual, LocalDate.MIN).stream()
                .map(one -> new Coming(
                        one.period().from(),
                        one.period(),
                        Money.sum(
                                annual.get(0).currency(),
                                IntStream.range(0, lines.size())
                                        .filter(i -> lines.get(i).isWholeIn(one.period()))
                                        .mapToObj(i -> one.lineNets().get(i))
                                        .toList()),
                        estimated))
                .toList();
    }
}
