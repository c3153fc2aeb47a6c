package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns a form and what was typed into what a page shows. */
@Component
class FormViews {

    private final FormTexts texts;
    private final FeelExpressions feel;

    FormViews(FormTexts texts, FeelExpressions feel) {
        this.texts = texts;
        this.feel = feel;
    }

    FormDefinition inLanguageOf(FormContext context, FormDefinition form) {
        return texts.translated(form, context.language());
    }

    /** A copy that has never been handed out. */
    FormView fresh(FormCopy copy, FormAnswers start, CheckedForm checked) {
        return of(copy, start, checked, List.of(), UUID.randomUUID().toString());
    }

    FormView of(FormCopy copy, FormAnswers typed, CheckedForm checked, List<Invalid.Field> problems, String token) {
        var language = copy.context().language();
        var sentences = new LinkedHashMap<String, String>();
        problems.forEach(problem -> sentences.putIfAbsent(problem.field(), texts.sentence(problem, language)));
        var rendering = new FormRendering(copy.form(), checked, typed, sentences, feel);
        return new FormView(
                copy.form().name(),
                outdated(problems) ? UUID.randomUUID().toString() : token,
                rendering.title(),
                texts.about(copy.form().name(), "submit", language),
                rendering.changesWithAnswers() ? texts.about(copy.form().name(), "refresh", language) : "",
                rendering.problems(),
                rendering.parts());
    }

    private static boolean outdated(List<Invalid.Field> problems) {
        return problems.stream().anyMatch(problem -> problem.code().equals("form-outdated"));
    }
}
