package io.partnerflow.decisionlog;

import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.DecisionTable.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a decision table differ, as one table: what is gone stands where it stood.
 *
 * @param facts what is said about the table as a whole and differs
 * @param columns inputs, then outputs
 * @param rows rules in the order of the later version
 */
public record TableDifference(
        DecisionTable from, DecisionTable to, List<Fact> facts, List<Head> columns, List<Row> rows) {

    /** What has become of a column or a rule. */
    public enum State {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /** @param what {@code name}, {@code description} or {@code hitPolicy} */
    public record Fact(String what, String from, String to) {}

    /**
     * @param from null if it was added
     * @param to null if it is gone
     */
    public record Head(
            State state,
            boolean output,
            @Nullable Column from,
            @Nullable Column to) {

        /** The one that is, or was. */
        public Column shown() {
            return to != null ? to : Objects.requireNonNull(from);
        }
    }

    /**
     * @param from what stood there; null where there was no such cell
     * @param to what stands there now; null where there is none any more
     */
    public record Cell(@Nullable String from, @Nullable String to) {

        public boolean differs() {
            return !Objects.equals(from, to);
        }
    }

    /**
     * @param moved whether it changed places with other rules that are in both versions
     * @param fromNumber its number before, as people count; null if it was added
     * @param toNumber its number now; null if it is gone
     * @param words why there is such a rule
     * @param cells one per column
     */
    public record Row(
            State state,
            boolean moved,
            @Nullable Integer fromNumber,
            @Nullable Integer toNumber,
            Cell words,
            List<Cell> cells) {

        public boolean differs() {
            return state != State.SAME || moved;
        }
    }

    public static TableDifference between(DecisionTable from, DecisionTable to) {
        return new TableComparison(from, to).difference();
    }

    /** Whether anything differs that changes what is decided or how it reads. */
    public boolean isEmpty() {
        return facts.isEmpty()
                && columns.stream().allMatch(column -> column.state() == State.SAME)
                && rows.stream().noneMatch(Row::differs);
    }

    public long added() {
        return count(State.ADDED);
    }

    public long removed() {
        return count(State.REMOVED);
    }

    public long changed() {
        return count(State.CHANGED);
    }

    private long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public long moved() {
        return rows.stream().filter(Row::moved).count();
    }

    static Optional<Fact> fact(String what, @Nullable String from, @Nullable String to) {
        var before = Objects.requireNonNullElse(from, "");
        var after = Objects.requireNonNullElse(to, "");
        return before.equals(after) ? Optional.empty() : Optional.of(new Fact(what, before, after));
    }

    static boolean sameCells(Rule one, Rule other) {
        return one.inputs().equals(other.inputs()) && one.outputs().equals(other.outputs());
    }
}
