package io.partnerflow.intake;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts and answers as a form's expressions see them: groups are nested, days are text, what is absent is null. */
final class FormData {

    private final Map<String, Object> values = new LinkedHashMap<>();

    FormData(Map<String, Object> facts) {
        facts.forEach((key, value) -> put(key, value));
    }

    /** @param key with the path of its groups */
    void put(String key, @Nullable Object value) {
        var names = key.split("\\.");
        var group = values;
        for (var i = 0; i < names.length - 1; i++) {
            group = inner(group, names[i]);
        }
        group.put(names[names.length - 1], seen(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> group, String name) {
        var inner = new LinkedHashMap<String, Object>();
        if (group.get(name) instanceof Map<?, ?> known) {
            inner.putAll((Map<String, Object>) known);
        }
        group.put(name, inner);
        return inner;
    }

    private static @Nullable Object seen(@Nullable Object value) {
        if (value instanceof Option option) {
            return Map.of("value", option.value(), "label", option.label());
        }
        if (value instanceof Optional<?> perhaps) {
            return seen(perhaps.orElse(null));
        }
        if (value instanceof Iterable<?> several) {
            var seen = new ArrayList<>();
            several.forEach(one -> seen.add(seen(one)));
            return seen;
        }
        return value instanceof Temporal || value instanceof Enum<?> ? value.toString() : value;
    }

    /** The value at a field key, null where there is none. */
    @Nullable
    Object get(String key) {
        Object found = values;
        for (var name : List.of(key.split("\\."))) {
            found = found instanceof Map<?, ?> group ? group.get(name) : null;
        }
        return found;
    }

    Map<String, Object> values() {
        return values;
    }
}
