package io.partnerflow.intake;

import java.util.regex.Pattern;

/** Which answers change the rest of the form: those that a condition, an option list or a text refers to. */
final class Influence {

    private final String expressions;

    Influence(FormDefinition form) {
        var all = new StringBuilder();
        form.components().stream()
                .flatMap(FormComponent::all)
                .forEach(component -> all.append(component.hide())
                        .append(' ')
                        .append(component.choices().expression())
                        .append(' ')
                        .append(component.text())
                        .append(' '));
        this.expressions = all.toString();
    }

    boolean of(FormComponent field) {
        var name = field.key().substring(field.key().lastIndexOf('.') + 1);
        var mentioned = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
        return field.asks() && mentioned.matcher(expressions).find();
    }
}
