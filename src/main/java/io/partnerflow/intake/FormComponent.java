package io.partnerflow.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form: something to read, a question, or a group of both.
 *
 * @param key         where the answer is kept, with the paths of its groups, such as {@code customer.name}; for what
 *                    asks nothing its id
 * @param label       the question
 * @param description what helps to answer it; may be empty
 * @param text        what a text or html component says, with {@code {{expressions}}}
 * @param hide        condition under which the component does not exist; may be empty
 * @param locked      shown, not asked: read-only or disabled
 * @param properties  the form's own remarks: {@code autocomplete}, {@code each}, {@code pattern}
 * @param components  of a group
 */
public record FormComponent(
        ComponentType type,
        String key,
        String label,
        String description,
        String text,
        String hide,
        boolean locked,
        FieldRules rules,
        Choices choices,
        Look look,
        Map<String, String> properties,
        List<FormComponent> components) {

    /** The component and everything inside it, in reading order. */
    Stream<FormComponent> all() {
        return Stream.concat(Stream.of(this), components.stream().flatMap(FormComponent::all));
    }

    /** Whether someone is asked for a value here. */
    public boolean asks() {
        return type.asks() && !locked;
    }

    /**
     * What is accepted.
     *
     * @param decimals     places after the point, null for any number
     * @param pattern      regular expression the whole answer must match
     * @param kind         {@code email}, {@code phone} or empty
     * @param todayOrLater refuses past days
     * @param asText       a number that is handed on as text, as money is
     */
    public record FieldRules(
            boolean required,
            @Nullable String min,
            @Nullable String max,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern,
            String kind,
            @Nullable Integer decimals,
            boolean todayOrLater,
            boolean asText) {}

    /**
     * Where the options come from; at most one is set.
     *
     * @param fixed      written in the form
     * @param key        name of a list among the facts
     * @param expression FEEL that yields a list
     */
    public record Choices(List<Option> fixed, String key, String expression) {

        boolean offered() {
            return !fixed.isEmpty() || !key.isEmpty() || !expression.isEmpty();
        }
    }

    /**
     * @param span    columns of 16
     * @param newRow  begins a row of its own
     * @param columns of a table: heading by key
     */
    public record Look(String prefix, String suffix, int span, boolean newRow, Map<String, String> columns) {}
}
