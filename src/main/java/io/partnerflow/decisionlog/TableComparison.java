package io.partnerflow.decisionlog;

import io.partnerflow.decisionlog.TableDifference.Cell;
import io.partnerflow.decisionlog.TableDifference.Head;
import io.partnerflow.decisionlog.TableDifference.Row;
import io.partnerflow.decisionlog.TableDifference.State;
import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.DecisionTable.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which rules and columns of two versions are the same ones, and writes down what differs. */
final class TableComparison {

    private static final int NONE = -1;

    private final DecisionTable from;
    private final DecisionTable to;
    private final List<Head> columns;

    TableComparison(DecisionTable from, DecisionTable to) {
        this.from = from;
        this.to = to;
        this.columns = Stream.concat(
                        heads(from.inputs(), to.inputs(), false).stream(),
                        heads(from.outputs(), to.outputs(), true).stream())
                .toList();
    }

    TableDifference difference() {
        var facts = Stream.of(
                        TableDifference.fact("name", from.name(), to.name()),
                        TableDifference.fact("description", from.description(), to.description()),
                        TableDifference.fact("hitPolicy", from.hitPolicy(), to.hitPolicy()))
                .flatMap(Optional::stream)
                .toList();
        return new TableDifference(from, to, facts, columns, rows());
    }

    private static List<Head> heads(List<Column> before, List<Column> after, boolean output) {
        var partners = partners(
                before,
                after,
                List.of(
                        (one, other) -> !one.id().isEmpty() && one.id().equals(other.id()),
                        (one, other) -> one.expression().equals(other.expression())));
        var heads = new ArrayList<Head>();
        for (var place : order(partners, before.size())) {
            var was = place.before() == NONE ? null : before.get(place.before());
            var is = place.after() == NONE ? null : after.get(place.after());
            heads.add(new Head(state(was, is), output, was, is));
        }
        return heads;
    }

    private List<Row> rows() {
        var before = from.rules();
        var after = to.rules();
        var partners = partners(
                before,
                after,
                List.of(
                        (one, other) -> !one.id().isEmpty() && one.id().equals(other.id()),
                        TableDifference::sameCells,
                        (one, other) -> one.inputs().equals(other.inputs())));
        var kept = inOrder(partners);
        return order(partners, before.size()).stream()
                .map(place -> row(
                        place.before() == NONE ? null : before.get(place.before()),
                        place.after() == NONE ? null : after.get(place.after()),
                        place,
                        kept))
                .toList();
    }

    private Row row(@Nullable Rule was, @Nullable Rule is, Place place, Set<Integer> kept) {
        var words = new Cell(was == null ? null : was.description(), is == null ? null : is.description());
        var cells = columns.stream()
                .map(column -> new Cell(cell(was, column.from(), from), cell(is, column.to(), to)))
                .toList();
        var same = !words.differs() && cells.stream().noneMatch(Cell::differs);
        return new Row(
                was == null ? State.ADDED : is == null ? State.REMOVED : same ? State.SAME : State.CHANGED,
                was != null && is != null && !kept.contains(place.after()),
                was == null ? null : place.before() + 1,
                is == null ? null : place.after() + 1,
                words,
                cells);
    }

    private static @Nullable String cell(@Nullable Rule rule, @Nullable Column column, DecisionTable table) {
        if (rule == null || column == null) {
            return null;
        }
        var input = table.inputs().indexOf(column);
        return input >= 0
                ? rule.inputs().get(input)
                : rule.outputs().get(table.outputs().indexOf(column));
    }

    private static State state(@Nullable Object was, @Nullable Object is) {
        if (was == null || is == null) {
            return was == null ? State.ADDED : State.REMOVED;
        }
        return was.equals(is) ? State.SAME : State.CHANGED;
    }

    /** For each later one the place of the same one before, by the first test that finds one. */
    private static <T> int[] partners(List<T> before, List<T> after, List<BiPredicate<T, T>> tests) {
        var partners = new int[after.size()];
        Arrays.fill(partners, NONE);
        var taken = new boolean[before.size()];
        for (var test : tests) {
            for (var late = 0; late < after.size(); late++) {
                for (var early = 0; early < before.size() && partners[late] == NONE; early++) {
                    if (!taken[early] && test.test(before.get(early), after.get(late))) {
                        partners[late] = early;
                        taken[early] = true;
                    }
                }
            }
        }
        return partners;
    }

    private record Place(int before, int after) {}

    /** The later order; what is gone follows what it followed. */
    private static List<Place> order(int[] partners, int before) {
        var places = new ArrayList<Place>();
        for (var after = 0; after < partners.length; after++) {
            places.add(new Place(partners[after], after));
        }
        for (var early = 0; early < before; early++) {
            var gone = early;
            if (Arrays.stream(partners).noneMatch(partner -> partner == gone)) {
                var at = 0;
                for (var i = 0; i < places.size(); i++) {
                    at = places.get(i).before() == early - 1 && early > 0 ? i + 1 : at;
                }
                places.add(at, new Place(early, NONE));
            }
        }
        return places;
    }

    /** The later places of the most rules that are still in the order they were in: the others have moved. */
    private static Set<Integer> inOrder(int[] partners) {
        var length = new int[partners.length];
        var previous = new int[partners.length];
        var best = NONE;
        for (var i = 0; i < partners.length; i++) {
            previous[i] = NONE;
            length[i] = partners[i] == NONE ? 0 : 1;
            for (var j = 0; j < i && partners[i] != NONE; j++) {
                if (partners[j] != NONE && partners[j] < partners[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = length[i] > 0 && (best == NONE || length[i] > length[best]) ? i : best;
        }
        var kept = new HashSet<Integer>();
        for (var at = best; at != NONE; at = previous[at]) {
            kept.add(at);
        }
        return kept;
    }
}
