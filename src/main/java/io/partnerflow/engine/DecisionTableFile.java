package io.partnerflow.engine;

import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.DecisionTable.Rule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** A decision table in its file. What a change does not touch stays in the file as it was. */
public final class DecisionTableFile {

    /** Our own attributes of a table's elements. */
    private static final String OURS = "http://partnerflow.io/schema/dmn";

    private static final String PERCENT_OF = "percentOf";

    private final DmnModelInstance model;
    private final Decision decision;
    private final org.camunda.bpm.model.dmn.instance.DecisionTable logic;

    private DecisionTableFile(
            DmnModelInstance model, Decision decision, org.camunda.bpm.model.dmn.instance.DecisionTable logic) {
        this.model = model;
        this.decision = decision;
        this.logic = logic;
    }

    /** @throws IllegalArgumentException if it is no DMN, or holds anything else than one decision table */
    public static DecisionTableFile of(String xml) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            var decisions = model.getModelElementsByType(Decision.class);
            if (decisions.size() == 1
                    && decisions.iterator().next().getExpression()
                            instanceof org.camunda.bpm.model.dmn.instance.DecisionTable logic) {
                return new DecisionTableFile(model, decisions.iterator().next(), logic);
            }
        } catch (ModelException unreadable) {
            throw new IllegalArgumentException("no DMN: " + unreadable.getMessage(), unreadable);
        }
        throw new IllegalArgumentException("not one decision table");
    }

    public DecisionTable table() {
        return new DecisionTable(
                decision.getId(),
                Objects.requireNonNullElse(decision.getName(), decision.getId()),
                text(decision.getDescription()),
                logic.getHitPolicy().name(),
                logic.getInputs().stream().map(DecisionTableFile::input).toList(),
                logic.getOutputs().stream().map(DecisionTableFile::output).toList(),
                logic.getRules().stream().map(DecisionTableFile::rule).toList());
    }

    /**
     * The file with other rules; those that keep their id keep what else their element holds.
     *
     * @param rules as many conditions and answers as the table has columns
     */
    public String with(List<Rule> rules) {
        var changed = of(xml());
        changed.replaceRules(rules);
        return changed.xml();
    }

    public String xml() {
        return Dmn.convertToString(model);
    }

    private void replaceRules(List<Rule> rules) {
        var before = new ArrayList<>(logic.getRules());
        var ids = new HashSet<String>();
        before.forEach(rule -> logic.getRules().remove(rule));
        for (var rule : rules) {
            var kept = before.stream()
                    .filter(known -> !rule.id().isEmpty() && rule.id().equals(known.getId()))
                    .filter(known -> ids.add(known.getId()))
                    .findFirst()
                    .orElseGet(this::newRule);
            fill(kept, rule);
            logic.getRules().add(kept);
        }
    }

    private org.camunda.bpm.model.dmn.instance.Rule newRule() {
        var rule = model.newInstance(org.camunda.bpm.model.dmn.instance.Rule.class);
        logic.getInputs().forEach(input -> rule.getInputEntries().add(model.newInstance(InputEntry.class)));
        logic.getOutputs().forEach(output -> rule.getOutputEntries().add(model.newInstance(OutputEntry.class)));
        return rule;
    }

    private void fill(org.camunda.bpm.model.dmn.instance.Rule element, Rule rule) {
        var description = model.newInstance(Description.class);
        description.setTextContent(rule.description());
        element.setDescription(description);
        var conditions = List.copyOf(element.getInputEntries());
        IntStream.range(0, conditions.size())
                .forEach(i -> conditions.get(i).setText(text(rule.inputs().get(i))));
        var answers = List.copyOf(element.getOutputEntries());
        IntStream.range(0, answers.size())
                .forEach(i -> answers.get(i).setText(text(rule.outputs().get(i))));
    }

    private Text text(String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private static Column input(Input input) {
        var expression = input.getInputExpression();
        return new Column(
                Objects.requireNonNullElse(input.getId(), ""),
                labelOf(input, expression == null ? null : text(expression.getText())),
                Objects.requireNonNullElse(expression == null ? null : text(expression.getText()), ""),
                expression == null ? null : expression.getTypeRef(),
                allowed(input.getInputValues()),
                null);
    }

    private static Column output(Output output) {
        return new Column(
                Objects.requireNonNullElse(output.getId(), ""),
                labelOf(output, output.getName()),
                Objects.requireNonNullElse(output.getName(), ""),
                output.getTypeRef(),
                allowed(output.getOutputValues()),
                output.getAttributeValueNs(OURS, PERCENT_OF));
    }

    private static String labelOf(DmnElement element, @Nullable String otherwise) {
        var label = element.getLabel();
        return label == null || label.isBlank() ? Objects.requireNonNullElse(otherwise, "") : label;
    }

    private static Rule rule(org.camunda.bpm.model.dmn.instance.Rule rule) {
        return new Rule(
                Objects.requireNonNullElse(rule.getId(), ""),
                Objects.requireNonNullElse(text(rule.getDescription()), ""),
                rule.getInputEntries().stream()
                        .map(entry -> Objects.requireNonNullElse(text(entry.getText()), ""))
                        .toList(),
                rule.getOutputEntries().stream()
                        .map(entry -> Objects.requireNonNullElse(text(entry.getText()), ""))
                        .toList());
    }

    private static @Nullable String allowed(@Nullable UnaryTests values) {
        return values == null ? null : text(values.getText());
    }

    private static @Nullable String text(org.camunda.bpm.model.xml.instance.@Nullable ModelElementInstance element) {
        return element == null ? null : element.getTextContent().strip();
    }
}
