package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One form being answered once: which fields exist depends on the answers, which count only where the field exists. */
final class Answering {

    /** Conditions that depend on each other settle in fewer rounds than this, or never. */
    private static final int ROUNDS = 8;

    private final List<FormComponent> components;
    private final List<FormComponent> fields;
    private final Map<String, Object> facts;
    private final FeelExpressions feel;
    private final LocalDate today;

    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private Set<String> hidden = new HashSet<>();
    private FormData data;

    Answering(FormDefinition form, Map<String, Object> facts, FeelExpressions feel, LocalDate today) {
        this.components = form.components();
        this.fields = form.fields().filter(FormComponent::asks).toList();
        this.facts = facts;
        this.feel = feel;
        this.today = today;
        this.data = new FormData(facts);
    }

    CheckedForm check(FormAnswers answers) {
        judge(answers);
        for (var round = 0; round < ROUNDS; round++) {
            var before = hidden;
            hidden = new HashSet<>();
            hide(components);
            if (hidden.equals(before)) {
                break;
            }
            judge(answers);
        }
        return result();
    }

    private void judge(FormAnswers answers) {
        verdicts.clear();
        var answered = new FormData(facts);
        for (var field : fields) {
            var verdict = hidden.contains(field.key()) ? Verdict.NOTHING : verdict(question(field), answers);
            verdicts.put(field.key(), verdict);
            answered.put(field.key(), verdict.value());
        }
        data = answered;
    }

    private void hide(List<FormComponent> siblings) {
        for (var component : siblings) {
            if (!component.hide().isEmpty() && feel.holds(component.hide(), data.values())) {
                component.all().forEach(inside -> hidden.add(inside.key()));
            } else {
                hide(component.components());
            }
        }
    }

    private Question question(FormComponent field) {
        var rules = field.rules();
        return new Question(field, Options.of(field, data, feel), limit(rules.min()), limit(rules.max()), today);
    }

    private @Nullable BigDecimal limit(@Nullable String rule) {
        var limit = rule == null || !rule.startsWith("=") ? rule : feel.value(rule, data.values());
        return limit == null ? null : new BigDecimal(limit.toString());
    }

    private static Verdict verdict(Question question, FormAnswers answers) {
        var typed = answers.one(question.key());
        return switch (question.field().type()) {
            case NUMBER -> NumberCheck.of(question, typed);
            case DATETIME -> DateCheck.of(question, typed);
            case CHECKBOX -> ChoiceCheck.yesOrNo(question, typed);
            case RADIO, SELECT -> ChoiceCheck.one(question, typed);
            case CHECKLIST, TAGLIST -> ChoiceCheck.any(question, answers.all(question.key()));
            default -> TextCheck.of(question, typed);
        };
    }

    private CheckedForm result() {
        var values = new LinkedHashMap<String, Object>();
        var errors = new ArrayList<Invalid.Field>();
        verdicts.forEach((key, verdict) -> {
            if (verdict.problem() != null) {
                errors.add(verdict.problem());
            } else if (verdict.value() != null) {
                values.put(key, verdict.value());
            }
        });
        return new CheckedForm(values, List.copyOf(errors), Set.copyOf(hidden), data.values());
    }
}
