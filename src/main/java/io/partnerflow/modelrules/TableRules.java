package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A table: one decision that answers with one rule, asks what it is told, and whose every cell can be read. */
final class TableRules {

    private static final Set<String> ONE_RULE = Set.of("", "UNIQUE", "FIRST", "ANY");
    private static final Set<String> WORDS = Set.of("true", "false", "null");

    private final String file;
    private final Xml model;
    private final Optional<Xml> before;
    private final House house;
    private final Set<String> inputs;
    private final List<Finding> findings = new ArrayList<>();

    TableRules(String file, Xml model, Optional<Xml> before, House house) {
        this.file = file;
        this.model = model;
        this.before = before;
        this.house = house;
        this.inputs = inputs(model).collect(Collectors.toSet());
    }

    List<Finding> check() {
        var decisions = model.named("decision");
        if (decisions.size() != 1 || model.named("decisionTable").size() != 1) {
            return List.of(Finding.error(file, "", "several", decisions.size()));
        }
        whole(decisions.get(0));
        asked();
        var outputs = model.named("output");
        var rules = model.named("rule");
        if (rules.isEmpty()) {
            error("", "table-empty");
        }
        var ids = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            if (rules.get(i).getAttribute("id").isBlank()
                    || !ids.add(rules.get(i).getAttribute("id"))) {
                error(String.valueOf(i + 1), "table-rule-id");
            }
            cells(String.valueOf(i + 1), rules.get(i), outputs);
        }
        return findings;
    }

    private void whole(Element decision) {
        if (!file.equals(decision.getAttribute("id") + ".dmn")) {
            error("", "id-differs", decision.getAttribute("id"), file);
        }
        if (Xml.camunda(decision, "historyTimeToLive").isBlank()
                && history(decision).isBlank()) {
            error("", "no-history-limit");
        }
        var hit = model.named("decisionTable").get(0).getAttribute("hitPolicy");
        if (!ONE_RULE.contains(hit)) {
            error("", "table-hit", hit);
        }
    }

    /** The namespace of the engine's attributes in tables is another one. */
    private static String history(Element decision) {
        return decision.getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive");
    }

    private void asked() {
        before.ifPresent(former -> {
            var told = new TreeSet<>(inputs(former).toList());
            house.product().apply(file).ifPresent(product -> {
                try {
                    inputs(Xml.read(file, product)).forEach(told::add);
                } catch (Xml.Unreadable impossible) {
                    throw new IllegalStateException("the release's own table cannot be read", impossible);
                }
            });
            inputs.stream()
                    .filter(input -> !told.contains(input))
                    .forEach(input -> error("", "table-inputs", input, String.join(", ", told)));
            var answers = outputs(model).toList();
            outputs(former)
                    .filter(output -> !answers.contains(output))
                    .forEach(output -> error("", "table-outputs", output));
        });
        model.named("output").stream()
                .filter(output -> !"string".equals(output.getAttribute("typeRef")))
                .forEach(output -> error("", "table-output-type", output.getAttribute("name")));
    }

    private static Stream<String> inputs(Xml table) {
        return table.named("inputExpression").stream()
                .map(input -> input.getTextContent().strip());
    }

    private static Stream<String> outputs(Xml table) {
        return table.named("output").stream().map(output -> output.getAttribute("name"));
    }

    private void cells(String number, Element rule, List<Element> outputs) {
        Xml.children(rule, "inputEntry").map(TableRules::text).forEach(cell -> readable(number, cell, true));
        var answers = Xml.children(rule, "outputEntry").map(TableRules::text).toList();
        for (var i = 0; i < answers.size(); i++) {
            if (answers.get(i).isEmpty()) {
                error(number, "table-answer", outputs.get(i).getAttribute("name"));
            } else {
                readable(number, answers.get(i), false);
            }
        }
    }

    private void readable(String number, String cell, boolean test) {
        if (cell.isEmpty() || cell.equals("-")) {
            return;
        }
        // a word without quotation marks would be a name that nobody has told, and never fit
        var bare = cell.matches("[A-Za-z_][A-Za-z_0-9]*") && !WORDS.contains(cell) && !inputs.contains(cell);
        if (bare || !house.understood().test(new House.Cell(cell, test))) {
            error(number, bare ? "table-quotes" : "table-cell", cell);
        }
    }

    private static String text(Element entry) {
        return Xml.child(entry, "text").map(Element::getTextContent).orElse("").strip();
    }

    private void error(String element, String rule, Object... details) {
        findings.add(Finding.error(file, element, rule, details));
    }
}
