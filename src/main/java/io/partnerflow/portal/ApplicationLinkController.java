package io.partnerflow.portal;

import io.partnerflow.engine.ProcessWatch;
import io.partnerflow.intake.FormAnswers;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormDesk;
import io.partnerflow.intake.FormView;
import io.partnerflow.onboarding.ApplicationStatus;
import io.partnerflow.onboarding.ResellerApplications;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the link in our letters to an applicant leads to: where the application stands, and what can be done about it. */
@Controller
@RequestMapping("/link/application/{secret}")
class ApplicationLinkController {

    private static final String FORM = "application-answer";

    private final ResellerApplications applications;
    private final ApplicationSteps steps;
    private final LivePictures pictures;
    private final ProcessWatch watch;
    private final FormDesk desk;
    private final MessageSource messages;

    ApplicationLinkController(
            ResellerApplications applications,
            ApplicationSteps steps,
            LivePictures pictures,
            ProcessWatch watch,
            FormDesk desk,
            MessageSource messages) {
        this.applications = applications;
        this.steps = steps;
        this.pictures = pictures;
        this.watch = watch;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView look(@PathVariable String secret, Locale language) {
        var asked = applications.find(secret).status() == ApplicationStatus.ASKED;
        var form = asked ? desk.blank(FORM, FormContext.anybody(secret, language)) : null;
        return page(secret, form, HttpStatus.OK, language);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String secret, Locale language, HttpServletRequest request, RedirectAttributes next) {
        var typed = FormAnswers.typed(request.getParameterMap());
        var token = Objects.requireNonNullElse(request.getParameter("_token"), "");
        var outcome = desk.send(FORM, FormContext.anybody(secret, language), typed, token);
        if (!outcome.accepted()) {
            return page(secret, outcome.form(), HttpStatus.UNPROCESSABLE_ENTITY, language);
        }
        var receipt = Objects.requireNonNull(outcome.receipt());
        return back(secret, next, text(receipt.message(), language, receipt.reference()));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable String secret, Locale language, RedirectAttributes next) {
        applications.withdraw(secret);
        return back(secret, next, text("portal.application.withdrawn", language));
    }

    private ModelAndView page(String secret, @Nullable FormView form, HttpStatusCode status, Locale language) {
        var application = applications.find(secret);
        var page = new ModelAndView("portal/onboarding-application", status);
        page.addObject("secret", secret);
        page.addObject("submitted", application);
        page.addObject("steps", steps.of(application, language));
        page.addObject("times", steps.formats(language));
        page.addObject("view", form);
        page.addObject(
                "live",
                pictures.of(
                        new LiveThings.Thing(
                                application.number(),
                                "/link/application/" + secret,
                                true,
                                watch.diagrams(application.number())),
                        null,
                        false,
                        language));
        return page;
    }

    private static ModelAndView back(String secret, RedirectAttributes next, String sentence) {
        next.addFlashAttribute("flash", new Shell.Flash("good", sentence));
        return new ModelAndView("redirect:/link/application/" + secret);
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
