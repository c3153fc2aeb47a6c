package io.partnerflow.engine;

import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.DecisionTable.Rule;
import io.partnerflow.shared.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/** Looks at every cell of a decision table that somebody has written by hand. */
public final class TableCheck {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(?!\\s*\\(|[A-Za-z_0-9])");
    private static final Set<String> WORDS = Set.of(
            "not",
            "and",
            "or",
            "in",
            "if",
            "then",
            "else",
            "true",
            "false",
            "null",
            "between",
            "some",
            "every",
            "for",
            "return",
            "satisfies",
            "instance",
            "of");
    private static final int LONGEST = 1000;
    private static final int MOST_RULES = 500;

    private final DecisionTable table;
    private final Set<String> known = new HashSet<>(WORDS);
    private final Invalid.Collector problems = new Invalid.Collector();

    private TableCheck(DecisionTable table) {
        this.table = table;
        table.inputs().forEach(input -> known.add(input.expression()));
    }

    /**
     * What is wrong, each at its cell: {@code cell.<rule>.<column>}, rules counted from 1, columns from 1 with inputs first.
     * Empty if nothing is.
     */
    public static List<Invalid.Field> problems(DecisionTable table) {
        var check = new TableCheck(table);
        check.rules();
        return check.problems.fields();
    }

    private void rules() {
        if (table.rules().isEmpty() || table.rules().size() > MOST_RULES) {
            problems.reject("rules", "table-rules", table.rules().size(), MOST_RULES);
        }
        for (var number : table.numbers()) {
            rule(number, table.rule(number).orElseThrow());
        }
    }

    private void rule(int number, Rule rule) {
        for (var i = 0; i < rule.inputs().size(); i++) {
            condition(
                    "cell.%d.%d".formatted(number, i + 1),
                    rule.inputs().get(i),
                    table.inputs().get(i));
        }
        for (var i = 0; i < rule.outputs().size(); i++) {
            answer(
                    "cell.%d.%d".formatted(number, rule.inputs().size() + i + 1),
                    rule.outputs().get(i),
                    table.outputs().get(i));
        }
    }

    private void condition(String cell, String text, Column column) {
        if (text.isBlank() || text.strip().equals("-") || isTooLong(cell, text)) {
            return;
        }
        var parsed = FEEL.parseUnaryTests(text);
        stranger(text).ifPresentOrElse(name -> problems.reject(cell, "table-name-unknown", text, name), () -> {
            if (parsed.isFailure()) {
                problems.reject(cell, "table-condition", text, text);
            } else {
                allowed(cell, text, column.allowed());
            }
        });
    }

    private void answer(String cell, String text, Column column) {
        if (text.isBlank()) {
            problems.reject(cell, "table-answer-missing", null, column.label());
        } else if (!isTooLong(cell, text)) {
            var name = stranger(text);
            if (name.isPresent()) {
                problems.reject(cell, "table-name-unknown", text, name.get());
            } else if (FEEL.parseExpression(text).isFailure()) {
                problems.reject(cell, "table-answer", text, text);
            } else {
                allowed(cell, text, column.allowed());
            }
        }
    }

    /** A word that is neither text nor anything the table asks: without its quotes a text never equals anything. */
    private Optional<String> stranger(String text) {
        return NAME.matcher(QUOTED.matcher(text).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !known.contains(name))
                .findFirst();
    }

    private void allowed(String cell, String text, @Nullable String allowed) {
        if (allowed == null || allowed.isBlank()) {
            return;
        }
        var values = quoted(allowed);
        quoted(text).stream()
                .filter(value -> !values.contains(value))
                .findFirst()
                .ifPresent(value -> problems.reject(cell, "table-value", text, value, allowed));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private boolean isTooLong(String cell, String text) {
        if (text.length() > LONGEST) {
            problems.reject(cell, "too-long", null, LONGEST);
        }
        return text.length() > LONGEST;
    }
}
