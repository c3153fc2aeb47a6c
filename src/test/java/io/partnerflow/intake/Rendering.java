package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Templates rendered without a web server, with the application's own texts. */
public final class Rendering {

    private static final SpringTemplateEngine ENGINE = engine();

    private Rendering() {}

    public static String page(String template, Map<String, Object> model) {
        return ENGINE.process(template, new Context(Locale.ENGLISH, model));
    }

    /** The form with every kind of field, showing these answers and what is wrong with them. */
    public static FormView everyField(Map<String, Object> facts, Map<String, Object> answers, boolean complain) {
        var views = new FormViews(new FormTexts(EveryField.messages()), EveryField.FEEL);
        var copy = new FormCopy(null, EveryField.FORM, FormContext.anybody("", Locale.ENGLISH), facts);
        var typed = FormAnswers.of(answers);
        var checked = EveryField.CHECK.check(EveryField.FORM, typed, facts);
        var problems = complain ? checked.errors() : List.<Invalid.Field>of();
        return views.of(copy, typed, checked, problems, "00000000-0000-0000-0000-000000000000");
    }

    private static SpringTemplateEngine engine() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(EveryField.messages());
        return engine;
    }
}
