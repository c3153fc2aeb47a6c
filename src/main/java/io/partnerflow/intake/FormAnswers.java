package io.partnerflow.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, by field key: always as text, whether it came from a page, from JSON or out of a process. Blank is
 * the same as absent.
 */
public final class FormAnswers {

    private final Map<String, List<String>> typed;

    private FormAnswers(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /** What a browser sends; names that begin with an underscore are the page's own and no answers. */
    public static FormAnswers typed(Map<String, String[]> parameters) {
        var typed = new LinkedHashMap<String, List<String>>();
        parameters.forEach((key, values) -> {
            if (!key.startsWith("_")) {
                add(typed, key, List.of(values));
            }
        });
        return new FormAnswers(typed);
    }

    /** Values as JSON or a process has them: text, numbers, yes/no, lists, and groups as maps. */
    public static FormAnswers of(Map<String, ?> values) {
        var typed = new LinkedHashMap<String, List<String>>();
        values.forEach((key, value) -> add(typed, key, value));
        return new FormAnswers(typed);
    }

    private static void add(Map<String, List<String>> typed, String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> group) {
            group.forEach((inner, content) -> add(typed, key + "." + inner, content));
        } else if (value instanceof Iterable<?> several) {
            var texts = new ArrayList<String>();
            several.forEach(one -> texts.add(text(one)));
            typed.put(key, texts.stream().filter(text -> !text.isBlank()).toList());
        } else {
            typed.put(key, text(value).isBlank() ? List.of() : List.of(text(value)));
        }
    }

    private static String text(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return value instanceof Number && text.matches("[-+0-9.eE]+") ? new BigDecimal(text).toPlainString() : text;
    }

    /** Every name that was sent, answered or not. */
    Set<String> keys() {
        return typed.keySet();
    }

    /** All that was typed for one field. */
    List<String> all(String key) {
        return typed.getOrDefault(key, List.of());
    }

    /** What was typed where one answer is asked for; empty text where nothing was. */
    String one(String key) {
        return all(key).isEmpty() ? "" : all(key).get(0);
    }
}
