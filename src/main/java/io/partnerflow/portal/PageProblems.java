package io.partnerflow.portal;

import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What cannot be accepted, in words beside the fields of a page that is no form of {@code forms/}. */
@Component
class PageProblems {

    private final MessageSource messages;

    PageProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** @param field id of the field it is about; null for none */
    record Problem(@Nullable String field, String message) {}

    /** @param fieldOf id of the page's field for one of the module's; empty for none */
    List<Problem> of(Invalid invalid, UnaryOperator<String> fieldOf, Locale language) {
        return invalid.fields().stream()
                .map(bad -> problem(
                        fieldOf.apply(bad.field()),
                        bad.text(),
                        language,
                        bad.args().toArray()))
                .toList();
    }

    Problem problem(String field, String key, Locale language, Object... args) {
        return new Problem(field.isEmpty() ? null : field, messages.getMessage(key, args, language));
    }

    /** The first sentence of each field. */
    static Map<String, String> byField(List<Problem> problems) {
        var at = new LinkedHashMap<String, String>();
        problems.stream().filter(one -> one.field() != null).forEach(one -> at.putIfAbsent(one.field(), one.message()));
        return at;
    }
}
