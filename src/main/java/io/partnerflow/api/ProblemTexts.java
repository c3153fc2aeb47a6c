package io.partnerflow.api;

import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts problems into the words of the caller's language. */
@Component
class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether this name has a page that explains it. */
    boolean knows(String problem) {
        return text("problem.%s.title".formatted(problem), Locale.ENGLISH) != null;
    }

    Problem named(int status, String problem, List<Object> args, String instance, Locale language) {
        return of(status, problem, "problem.%s.detail".formatted(problem), args, instance, language);
    }

    /** @param key of the sentence that says what is wrong; the title is the problem's, or that of its status */
    Problem of(int status, String problem, String key, List<Object> args, String instance, Locale language) {
        return new Problem(
                "/problems/" + problem,
                title(status, problem, language),
                status,
                text(key, language, args.toArray()),
                instance,
                null);
    }

    /** One reason that all bad fields share and that has a page of its own names the problem; else it is validation. */
    Problem of(Invalid invalid, String instance, Locale language) {
        var codes =
                invalid.fields().stream().map(Invalid.Field::code).distinct().toList();
        var name = codes.size() == 1 && knows(codes.get(0)) ? codes.get(0) : "validation";
        var general = named(422, name, List.of(), instance, language);
        var errors =
                invalid.fields().stream().map(field -> bad(field, language)).toList();
        return new Problem(general.type(), general.title(), 422, general.detail(), instance, errors);
    }

    String title(int status, String problem, Locale language) {
        var own = text("problem.%s.title".formatted(problem), language);
        return own != null ? own : text("problem.status-%d.title".formatted(status), language);
    }

    @Nullable
    String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, null, language);
    }

    private Problem.BadField bad(Invalid.Field field, Locale language) {
        var said = text(field.text(), language, field.args().toArray());
        return new Problem.BadField(field.field(), field.code(), said == null ? field.code() : said, echo(field));
    }

    private static @Nullable Object echo(Invalid.Field field) {
        var sent = field.rejected();
        var text = sent == null ? null : sent.toString();
        return text == null || sent instanceof Number || sent instanceof Boolean || text.length() <= 100
                ? sent
                : text.substring(0, 100) + "…";
    }
}
