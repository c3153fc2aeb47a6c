package io.partnerflow.decisionlog;

import io.partnerflow.decisionlog.Replay.Case;
import io.partnerflow.decisionlog.Replay.Change;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TrialTable;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Asks another table what a table has been asked: what a change would have meant. */
@ModuleService
@Transactional(readOnly = true)
public class Replays {

    /** More decisions than this are not asked again, so that an answer takes seconds. */
    public static final int MOST = 10_000;

    private static final int USUAL_DAYS = 30;

    private final DecisionEntries entries;
    private final VendorCalendar calendar;

    Replays(DecisionEntries entries, VendorCalendar calendar) {
        this.entries = entries;
        this.calendar = calendar;
    }

    /**
     * The decisions of the last 30 days.
     *
     * @param dmn the other table's file
     * @throws IllegalArgumentException if it is not one decision table
     */
    public Replay ofLastMonth(String dmn) {
        var today = calendar.today();
        return of(dmn, today.minusDays(USUAL_DAYS), today);
    }

    /**
     * The decisions of a period; the latest {@value #MOST} of them.
     *
     * @param dmn the other table's file; it is the same decision by its id
     * @param to last day that counts
     * @throws IllegalArgumentException if it is not one decision table
     */
    public Replay of(String dmn, LocalDate from, LocalDate to) {
        var trial = TrialTable.of(dmn);
        var decided = entries.of(
                trial.table().id(), calendar.startOfDay(from), calendar.startOfDay(to.plusDays(1)), MOST + 1);
        var asked = decided.subList(0, Math.min(decided.size(), MOST));
        var effects = new Effects(trial.table());
        var answers = new HashMap<Map<String, Object>, TrialTable.Answer>();
        var cases = new ArrayList<Case>();
        for (var decision : asked) {
            var answer = answers.computeIfAbsent(decision.inputs(), trial::ask);
            effects.add(decision, answer);
            var changes = changes(decision.outputs(), answer);
            if (changes.stream().anyMatch(Change::differs)) {
                cases.add(new Case(
                        decision,
                        answer.rules(),
                        changes,
                        answer.silence() == null ? null : answer.silence().name()));
            }
        }
        return new Replay(
                trial.table().id(),
                from,
                to,
                asked.size(),
                decided.size() <= MOST,
                asked.size() - cases.size(),
                (int) cases.stream().filter(one -> one.silence() != null).count(),
                cases,
                effects.list());
    }

    private static List<Change> changes(Map<String, Object> before, TrialTable.Answer answer) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(answer.outputs().keySet());
        return names.stream()
                .map(name -> new Change(
                        name, text(before.get(name)), text(answer.outputs().get(name))))
                .filter(change -> change.differs() || !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
