package io.partnerflow.pricing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an order that starts on another day than it is placed.
 *
 * @param outcome          whether it is accepted, and as what
 * @param firstInvoice     instalments on the first invoice, one line each; empty if nothing is to be invoiced
 * @param nextInvoiceDate  null if there is none after it
 * @param noticeInTime     whether the first renewal can still be prevented; if not, the reseller is warned (AA-15)
 */
public record Start(
        Outcome outcome,
        List<Instalment> firstInvoice,
        @Nullable LocalDate nextInvoiceDate,
        boolean noticeInTime) {

    /** Whether a start date is accepted. */
    public enum Outcome {
        ACTIVE,
        /** It starts in the future; nothing is invoiced before. */
        SCHEDULED,
        TERM_ALREADY_OVER,
        TOO_FAR_BACK
    }

    /** What becomes of periods that had begun before the order (AA-9). */
    public enum Backdated {
        /** They are invoiced at once: the service has been used. */
        CATCH_UP,
        /** They were paid elsewhere: an import. */
        ASSUME_PAID
    }

    /**
     * What the programme says about starts.
     *
     * @param backdatingMonths how far back an order may start, 0 for not at all
     * @param noticeDays       before the renewal date
     */
    public record Limits(int backdatingMonths, int noticeDays, Backdated backdated) {}

    public Start {
        firstInvoice = List.copyOf(firstInvoice);
    }

    /**
     * <b>Source:</b> C-09, AA-9: the term counts from the start, not from the order.
     *
     * @param instalments of the term, as {@link Instalment#of} gives them for this order date
     * @param orderDate   today, where the vendor is
     */
    public static Start of(Term term, List<Instalment> instalments, LocalDate orderDate, Limits limits) {
        var outcome = outcome(term, orderDate, limits);
        var notice = Deadlines.of(term.renewalDate(), limits.noticeDays(), 0).allowsNoticeOn(orderDate);
        if (outcome == Outcome.TERM_ALREADY_OVER || outcome == Outcome.TOO_FAR_BACK) {
            return new Start(outcome, List.of(), null, notice);
        }
        var due = instalments.stream()
                .filter(instalment -> limits.backdated() == Backdated.CATCH_UP
                        || !instalment.period().from().isBefore(orderDate))
                .toList();
        return withInvoices(outcome, due, notice);
    }

    public boolean accepted() {
        return outcome == Outcome.ACTIVE || outcome == Outcome.SCHEDULED;
    }

    private static Start withInvoices(Outcome outcome, List<Instalment> due, boolean notice) {
        var first = due.stream()
                .filter(instalment -> instalment.issueDate().equals(due.get(0).issueDate()))
                .toList();
        var next = due.size() > first.size() ? due.get(first.size()).issueDate() : null;
        return new Start(outcome, first, next, notice);
    }

    private static Outcome outcome(Term term, LocalDate orderDate, Limits limits) {
        if (term.from().isBefore(orderDate.minusMonths(limits.backdatingMonths()))) {
            return Outcome.TOO_FAR_BACK;
        }
        if (!orderDate.isBefore(term.renewalDate())) {
            return Outcome.TERM_ALREADY_OVER;
        }
        return term.from().isAfter(orderDate) ? Outcome.SCHEDULED : Outcome.ACTIVE;
    }
}
