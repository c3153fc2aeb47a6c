package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer turned out to be: a value, nothing, or a problem.
 *
 * @param value   null where nothing was answered or where the answer is refused
 * @param problem null where the answer is accepted
 */
record Verdict(@Nullable Object value, Invalid.@Nullable Field problem) {

    private static final int ECHO = 60;

    static final Verdict NOTHING = new Verdict(null, null);

    static Verdict accepted(Object value) {
        return new Verdict(value, null);
    }

    /** The sentence names the question first, then {@code args}. */
    static Verdict problem(Question question, String code, Object... args) {
        var named = new ArrayList<Object>(List.of(question.label()));
        named.addAll(List.of(args));
        return new Verdict(null, Invalid.Field.of(question.key(), code, "forms." + code, named.toArray()));
    }

    /** The same, and the sentence ends with what was typed. */
    static Verdict refused(Question question, String code, String typed, Object... args) {
        var named = new ArrayList<Object>(List.of(question.label()));
        named.addAll(List.of(args));
        named.add(typed.length() > ECHO ? typed.substring(0, ECHO) + "…" : typed);
        var field = Invalid.Field.of(question.key(), code, "forms." + code, named.toArray());
        return new Verdict(null, field.rejecting(typed));
    }

    static Verdict missing(Question question) {
        return question.required() ? problem(question, "required") : NOTHING;
    }
}
