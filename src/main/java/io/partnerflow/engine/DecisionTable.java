package io.partnerflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as people read it: what it asks, what it answers, and its rules from top to bottom.
 *
 * @param id of the decision, which is also its file's name
 * @param description what it decides; null if nobody has said so
 * @param hitPolicy which rules count: {@code FIRST}, {@code UNIQUE}, …
 */
public record DecisionTable(
        String id,
        String name,
        @Nullable String description,
        String hitPolicy,
        List<Column> inputs,
        List<Column> outputs,
        List<Rule> rules) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }

    /**
     * @param id of the column in its file
     * @param label for people
     * @param expression what an input asks; the name of an output
     * @param type such as {@code string}, {@code boolean}; null for any
     * @param allowed the values it may have, as a list of FEEL; null for any
     * @param percentOf for an output that is a percentage: the input it is a share of; null otherwise
     */
    public record Column(
            String id,
            String label,
            String expression,
            @Nullable String type,
            @Nullable String allowed,
            @Nullable String percentOf) {}

    /**
     * @param id of the rule in its file; empty if it has none
     * @param description why there is such a rule; empty if nobody has said so
     * @param inputs one condition in FEEL per input; empty for any value
     * @param outputs one expression in FEEL per output
     */
    public record Rule(String id, String description, List<String> inputs, List<String> outputs) {

        public Rule {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** The rule people call by this number. */
    public Optional<Rule> rule(int number) {
        return number < 1 || number > rules.size() ? Optional.empty() : Optional.of(rules.get(number - 1));
    }

    /** The input that asks this and nothing else. */
    public Optional<Column> input(String expression) {
        return inputs.stream()
                .filter(input -> input.expression().equals(expression))
                .findFirst();
    }

    public Optional<Column> output(String name) {
        return outputs.stream()
                .filter(output -> output.expression().equals(name))
                .findFirst();
    }

    /** Numbers and rules, from 1. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, rules.size()).boxed().toList();
    }

    /** The same table with other rules. */
    public DecisionTable with(List<Rule> others) {
        return new DecisionTable(id, name, description, hitPolicy, inputs, outputs, others);
    }
}
