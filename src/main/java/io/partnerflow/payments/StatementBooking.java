package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books statements, one portion after the other: what is clear goes on invoices, the rest to the billing desk. */
@ModuleService
class StatementBooking {

    private static final int PORTION = 1000;

    private final BankStatementRows rows;
    private final Candidates candidates;
    private final Settlement settlement;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final CollectedDebits debits;

    StatementBooking(
            BankStatementRows rows,
            Candidates candidates,
            Settlement settlement,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            CollectedDebits debits) {
        this.rows = rows;
        this.candidates = candidates;
        this.settlement = settlement;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.debits = debits;
    }

    /** @return whether there may be more */
    boolean bookNext(String statement) {
        settlement.oneAtATime();
        var entries = rows.unbooked(statement, 0, PORTION);
        var others = bookDebits(entries);
        var matching = new Matching(new OpenBalances());
        book(others, BankEntry.Kind.RECEIVED, matching);
        book(others, BankEntry.Kind.RETURNED, matching); // takes back what may stand right before it
        book(others, BankEntry.Kind.PAID_OUT, matching);
        if (entries.isEmpty()) {
            rows.booked(statement, BankStatementRows.at(calendar.now()));
        }
        return !entries.isEmpty();
    }

    /** @return what is not a direct debit of ours */
    private List<Entry> bookDebits(List<Entry> entries) {
        var fresh = entries.stream().filter(entry -> !entry.known()).toList();
        var ours = debits.recognise(fresh.stream().map(Entry::movement).toList());
        var theirs = fresh.stream().filter(entry -> ours.contains(entry.id())).toList();
        write(theirs.stream().map(Matching::collected).toList());
        debits.book(theirs.stream().map(Entry::movement).toList());
        return entries.stream().filter(entry -> !ours.contains(entry.id())).toList();
    }

    private void book(List<Entry> all, BankEntry.Kind kind, Matching matching) {
        var entries = all.stream().filter(entry -> entry.kind() == kind).toList();
        if (entries.isEmpty()) {
            return;
        }
        var ids = entries.stream().map(Entry::id).toList();
        var found = kind == BankEntry.Kind.RECEIVED ? candidates.of(ids) : Map.<Long, List<Candidate>>of();
        var originals =
                kind == BankEntry.Kind.RETURNED ? candidates.originals(ids) : Map.<Long, List<Matching.Original>>of();
        var matches = entries.stream()
                .map(entry -> matching.match(
                        entry,
                        found.getOrDefault(entry.id(), List.of()),
                        originals.getOrDefault(entry.id(), List.of())))
                .toList();
        write(matches);
    }

    private void write(List<Match> matches) {
        var questions = new ArrayList<Optional<String>>();
        for (var match : matches) {
            questions.add(
                    match.finding().kind() == Finding.Kind.QUESTION
                            ? Optional.of(numbers.next("PM"))
                            : Optional.empty());
        }
        rows.write(matches, questions);
        settlement.record(
                matches.stream().flatMap(match -> payments(match).stream()).toList());
        questions.forEach(question ->
                question.ifPresent(number -> workflow.start(StatementImportProcess.PAYMENT_UNCLEAR, number)));
    }

    private static List<Payment> payments(Match match) {
        var kind = match.finding() == Finding.RETURNED ? Payment.Kind.RETURN : Payment.Kind.BANK;
        return match.parts().stream()
                .map(part -> new Payment(
                        "%d/%s".formatted(match.entry().id(), part.invoice()),
                        kind,
                        part.invoice(),
                        match.entry().id(),
                        part.amount(),
                        match.entry().bookedOn()))
                .toList();
    }
}
