package io.partnerflow.intake;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Yes or no, one of several, any of several. */
final class ChoiceCheck {

    private static final int NAMED = 6;

    private ChoiceCheck() {}

    static Verdict yesOrNo(Question question, String typed) {
        return switch (typed.strip()) {
            case "true", "on" -> Verdict.accepted(true);
            case "false", "" -> question.required() ? Verdict.problem(question, "not-ticked") : Verdict.accepted(false);
            default -> Verdict.refused(question, "yes-or-no", typed);
        };
    }

    static Verdict one(Question question, String typed) {
        if (typed.isBlank()) {
            return question.required() ? Verdict.problem(question, "nothing-chosen") : Verdict.NOTHING;
        }
        return offered(question, typed) ? Verdict.accepted(typed) : notOffered(question, typed);
    }

    static Verdict any(Question question, List<String> typed) {
        var chosen = typed.stream().filter(one -> !one.isBlank()).distinct().toList();
        if (chosen.isEmpty()) {
            return question.required() ? Verdict.problem(question, "nothing-chosen") : Verdict.accepted(List.of());
        }
        return chosen.stream()
                .filter(one -> !offered(question, one))
                .findFirst()
                .map(one -> notOffered(question, one))
                .orElse(Verdict.accepted(chosen));
    }

    private static boolean offered(Question question, String value) {
        return question.options().stream().anyMatch(option -> option.value().equals(value))
                || !question.field().choices().offered();
    }

    private static Verdict notOffered(Question question, String typed) {
        var labels = question.options().stream().map(Option::label).limit(NAMED).collect(joining(", "));
        var all = question.options().size() > NAMED ? labels + ", …" : labels;
        return Verdict.refused(question, "not-offered", typed, all);
    }
}
