package io.partnerflow.intake;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which answers change the rest of the form: those that a condition, an option list or a text refers to. */
final class Influence {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final String expressions;

    Influence(FormDefinition form) {
        var all = new StringBuilder();
        form.components().stream()
                .flatMap(FormComponent::all)
                .forEach(component -> all.append(component.hide())
                        .append(' ')
                        .append(component.choices().expression())
                        .append(' ')
                        .append(evaluated(component.text()))
                        .append(' '));
        this.expressions = all.toString();
    }

    /** What a text works out; its other words may read like names of fields and mean nothing. */
    private static String evaluated(String text) {
        return EXPRESSION.matcher(text).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
    }

    boolean of(FormComponent field) {
        var name = field.key().substring(field.key().lastIndexOf('.') + 1);
        var mentioned = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
        return field.asks() && mentioned.matcher(expressions).find();
    }
}
