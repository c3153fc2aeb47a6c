package io.partnerflow.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options a field offers at this moment. */
final class Options {

    private Options() {}

    static List<Option> of(FormComponent field, FormData data, FeelExpressions feel) {
        var choices = field.choices();
        if (!choices.key().isEmpty()) {
            return read(data.get(choices.key()));
        }
        return choices.expression().isEmpty() ? choices.fixed() : read(feel.value(choices.expression(), data.values()));
    }

    private static List<Option> read(Object list) {
        var options = new ArrayList<Option>();
        if (list instanceof Iterable<?> entries) {
            for (var entry : entries) {
                options.add(
                        entry instanceof Map<?, ?> pair
                                ? new Option(String.valueOf(pair.get("value")), String.valueOf(pair.get("label")))
                                : new Option(String.valueOf(entry), String.valueOf(entry)));
            }
        }
        return options;
    }
}
