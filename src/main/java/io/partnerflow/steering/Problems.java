package io.partnerflow.steering;

import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** What is wrong with what was typed, by field, in the reader's words. */
final class Problems {

    private Problems() {}

    static Map<String, String> of(Invalid invalid, MessageSource messages, Locale language) {
        var found = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> found.putIfAbsent(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return found;
    }
}
