package io.partnerflow.intake;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import java.util.regex.Pattern;

/** Text as people type it: trimmed, in bounds, without control characters. */
final class TextCheck {

    /** What a process can remember in one variable. */
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_LINE = 255;
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9][0-9 ()/.-]{5,24}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private TextCheck() {}

    static Verdict of(Question question, String typed) {
        var text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            return Verdict.missing(question);
        }
        if (CONTROL.matcher(text).find() || !many(question) && text.contains("\n")) {
            return Verdict.problem(question, many(question) ? "control-characters" : "one-line");
        }
        var verdict = inBounds(question, text);
        return verdict.problem() == null
                        && "email".equals(question.field().properties().get("each"))
                ? people(question, text)
                : verdict;
    }

    private static Verdict inBounds(Question question, String text) {
        var rules = question.field().rules();
        var length = text.codePointCount(0, text.length());
        var most = requireNonNullElse(rules.maxLength(), many(question) ? LONGEST_TEXT : LONGEST_LINE);
        if (length > most) {
            return Verdict.problem(question, "too-long", Numbers.shown(most), Numbers.shown(length));
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            return Verdict.problem(question, "too-short", Numbers.shown(rules.minLength()), Numbers.shown(length));
        }
        if (rules.pattern() != null && !text.matches(rules.pattern())) {
            return Verdict.refused(question, "pattern", text, pattern(question));
        }
        return hasForm(text, rules.kind()) ? Verdict.accepted(text) : Verdict.refused(question, rules.kind(), text);
    }

    private static String pattern(Question question) {
        return question.field()
                .properties()
                .getOrDefault("pattern", question.field().description());
    }

    /** Several people in one box, a line each. */
    private static Verdict people(Question question, String text) {
        var problems = new Invalid.Collector();
        NamedEmail.parseLines(question.key(), text, problems);
        return problems.isEmpty()
                ? Verdict.accepted(text)
                : new Verdict(null, problems.fields().get(0));
    }

    private static boolean many(Question question) {
        return question.field().type() == ComponentType.TEXTAREA;
    }

    private static boolean hasForm(String text, String kind) {
        return switch (kind) {
            case "email" -> EmailAddress.parse(text).isPresent();
            case "phone" -> PHONE.matcher(text).matches();
            default -> true;
        };
    }
}
