package io.partnerflow.intake;

import io.partnerflow.intake.FormView.Choice;
import io.partnerflow.intake.FormView.Part;
import io.partnerflow.intake.FormView.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes one form ready to be shown once. */
final class FormRendering {

    private final FormDefinition form;
    private final CheckedForm checked;
    private final FormAnswers answers;
    private final FormData data;
    private final Map<String, String> problems;
    private final FeelExpressions feel;
    private final Influence influence;

    /** @param problems sentence by field key */
    FormRendering(
            FormDefinition form,
            CheckedForm checked,
            FormAnswers answers,
            Map<String, String> problems,
            FeelExpressions feel) {
        this.form = form;
        this.checked = checked;
        this.answers = answers;
        this.problems = problems;
        this.feel = feel;
        this.data = new FormData(checked.data());
        this.influence = new Influence(form);
    }

    List<Part> parts() {
        return parts(form.components()).stream()
                .filter(part -> !part.kind().equals("prose") || !part.html().isBlank())
                .toList();
    }

    /** The form's first heading; empty if it begins with something else. */
    String title() {
        return new Prose(Heading.of(form), checked.data(), feel).plain();
    }

    /** Problems in the order of the page, then those that are about no field of it. */
    List<Problem> problems() {
        var ordered = new LinkedHashMap<String, Problem>();
        form.fields()
                .filter(field -> problems.containsKey(field.key()))
                .forEach(field -> ordered.put(field.key(), new Problem(id(field), problems.get(field.key()))));
        problems.forEach((key, sentence) -> ordered.putIfAbsent(key, new Problem(null, sentence)));
        return List.copyOf(ordered.values());
    }

    boolean changesWithAnswers() {
        return form.fields().anyMatch(influence::of);
    }

    private List<Part> parts(List<FormComponent> components) {
        return components.stream()
                .filter(component -> !checked.hidden().contains(component.key()))
                .map(this::part)
                .toList();
    }

    private Part part(FormComponent component) {
        return new Part(
                kind(component),
                id(component),
                component,
                choices(component),
                typed(component),
                influence.of(component),
                problems.get(component.key()),
                html(component),
                TableRows.of(component, checked.data(), feel),
                parts(component.components()));
    }

    private static String kind(FormComponent component) {
        if (component.type().asks() && component.locked()) {
            return "fact";
        }
        return switch (component.type()) {
            case TEXT, HTML -> "prose";
            case TEXTFIELD, NUMBER, DATETIME -> "input";
            case RADIO, CHECKLIST, TAGLIST -> "options";
            default -> component.type().name().toLowerCase(Locale.ROOT);
        };
    }

    static String id(FormComponent component) {
        return "f-" + component.key().replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private List<Choice> choices(FormComponent field) {
        var chosen = answers.all(field.key());
        var choices = new ArrayList<Choice>();
        if (field.type().single() || field.type().multiple()) {
            for (var option : Options.of(field, data, feel)) {
                // the first has the field's own id, which is where a link to the field leads
                var id = choices.isEmpty() ? id(field) : id(field) + "-" + choices.size();
                choices.add(new Choice(id, option.value(), option.label(), chosen.contains(option.value())));
            }
        }
        return choices;
    }

    private String typed(FormComponent field) {
        if (!field.type().asks()) {
            return "";
        }
        if (!field.locked()) {
            return answers.one(field.key());
        }
        var value = data.get(field.key()) == null ? "" : String.valueOf(data.get(field.key()));
        return Options.of(field, data, feel).stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    private String html(FormComponent component) {
        return switch (component.type()) {
            case TEXT -> new Prose(Heading.without(form, component), checked.data(), feel).fromMarkdown();
            case HTML -> new Prose(component.text(), checked.data(), feel).fromHtml();
            default -> "";
        };
    }
}
