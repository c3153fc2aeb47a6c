package io.partnerflow.decisionlog;

import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decision on the table that made it, as it read then. */
public record DecisionSheet(LoggedDecision decision, DecisionTable table) {

    /**
     * @param name of an input or output
     * @param label as the table calls it; its name where the table does not ask for it
     * @param value null where it was not known
     */
    public record Fact(String name, String label, @Nullable Object value) {}

    /** What was known: in the table's order, then what the table did not ask for. */
    public List<Fact> questions() {
        var facts = new ArrayList<>(facts(table.inputs(), decision.inputs()));
        decision.inputs().forEach((name, value) -> {
            if (table.input(name).isEmpty()) {
                facts.add(new Fact(name, name, value));
            }
        });
        return facts;
    }

    public List<Fact> answers() {
        return facts(table.outputs(), decision.outputs());
    }

    public boolean hit(int rule) {
        return decision.rules().contains(rule);
    }

    /** Why there is the rule that hit; empty if nobody has said so. */
    public String words() {
        return decision.rules().stream()
                .findFirst()
                .flatMap(table::rule)
                .map(DecisionTable.Rule::description)
                .orElse("");
    }

    private static List<Fact> facts(List<Column> columns, Map<String, Object> values) {
        return columns.stream()
                .map(column -> new Fact(
                        Objects.requireNonNull(column.expression()), column.label(), values.get(column.expression())))
                .toList();
    }
}
