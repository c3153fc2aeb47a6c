package io.partnerflow.portal;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of any form: {@code /forms/<name>}, and {@code /forms/<name>/<number>} where it is about something. */
@Controller
@RequestMapping({"/forms/{name}", "/forms/{name}/{about}"})
class FormController {

    private final FormPages pages;
    private final CurrentCaller callers;

    FormController(FormPages pages, CurrentCaller callers) {
        this.pages = pages;
        this.callers = callers;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String name, @PathVariable(required = false) @Nullable String about, Locale language) {
        return pages.open(name, context(about, language));
    }

    @PostMapping
    ModelAndView send(
            @PathVariable String name,
            @PathVariable(required = false) @Nullable String about,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes next) {
        return pages.post(name, context(about, language), request, next);
    }

    private FormContext context(@Nullable String about, Locale language) {
        var caller = callers.require();
        return new FormContext(
                caller.userId().toString(), caller.actingFor().toString(), requireNonNullElse(about, ""), language);
    }
}
