package io.partnerflow.payments;

import io.partnerflow.engine.ModuleService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** What would become of a statement if it were booked now, found by the same matching, written nowhere. */
@ModuleService
public class StatementPreview {

    private static final int PORTION = 1000;

    private final BankStatementRows rows;
    private final Candidates candidates;
    private final CollectedDebits debits;

    StatementPreview(BankStatementRows rows, Candidates candidates, CollectedDebits debits) {
        this.rows = rows;
        this.candidates = candidates;
        this.debits = debits;
    }

    /**
     * @param counts how many movements there are of each finding; those there are none of are left out
     * @param questions the first of those a person would have to look at
     */
    public record Preview(Map<Finding, Integer> counts, List<StatementLine> questions) {

        /** How many movements end this way. */
        public int count(Finding.Kind kind) {
            return counts.entrySet().stream()
                    .filter(one -> one.getKey().kind() == kind)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** @param most how many questions are wanted */
    @Transactional(readOnly = true)
    public Preview of(String statement, int most) {
        var matching = new Matching(new OpenBalances());
        var counts = new EnumMap<Finding, Integer>(Finding.class);
        var questions = new ArrayList<StatementLine>();
        var entries = rows.unbooked(statement, 0, PORTION);
        while (!entries.isEmpty()) {
            for (var match : matches(entries, matching)) {
                counts.merge(match.finding(), 1, Integer::sum);
                if (match.finding().kind() == Finding.Kind.QUESTION && questions.size() < most) {
                    questions.add(StatementLine.of(match));
                }
            }
            entries = rows.unbooked(statement, entries.get(entries.size() - 1).id(), PORTION);
        }
        return new Preview(counts, questions);
    }

    /** What has become of it so far, in the same words. */
    @Transactional(readOnly = true)
    public Preview booked(String statement, int most) {
        return new Preview(rows.counts(statement), rows.questions(statement, most));
    }

    private List<Match> matches(List<Entry> entries, Matching matching) {
        var ids = entries.stream().map(Entry::id).toList();
        var ours = debits.recognise(entries.stream()
                .filter(entry -> !entry.known())
                .map(Entry::movement)
                .toList());
        var found = candidates.of(ids);
        var originals = candidates.originals(ids);
        return entries.stream()
                .map(entry -> ours.contains(entry.id())
                        ? Matching.collected(entry)
                        : matching.match(
                                entry,
                                found.getOrDefault(entry.id(), List.of()),
                                originals.getOrDefault(entry.id(), List.of())))
                .toList();
    }
}
