package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.KeptForm;
import io.partnerflow.access.KeptForms;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was typed before the log-in ended, or could not be done as it was sent: back into its form, sent after all, or
 * forgotten. Nothing happens without the reader's click, and nothing for anybody else than whom it was typed for.
 */
@Controller
@RequestMapping("/resume")
class ResumePages {

    private final KeptForms forms;
    private final KeptWords words;
    private final CurrentCaller callers;
    private final Organisations organisations;

    ResumePages(KeptForms forms, KeptWords words, CurrentCaller callers, Organisations organisations) {
        this.forms = forms;
        this.words = words;
        this.callers = callers;
        this.organisations = organisations;
    }

    /** Also the answer to a form that was not let in; see {@code access.RefusedForm}. */
    @RequestMapping
    ModelAndView show(HttpServletRequest request, Locale language) {
        var kept = forms.find(request);
        if (kept.isEmpty()) {
            return page(request.getParameter("stranger") == null ? "nothing" : "stranger", HttpStatus.OK);
        }
        var form = kept.get();
        if (form.user() != null) {
            var person = callers.person();
            if (person.isEmpty()) {
                return new ModelAndView("redirect:/login?resume");
            }
            if (!person.get().id().equals(form.user())) {
                forms.forget(request);
                return page("stranger", HttpStatus.CONFLICT);
            }
        }
        var status = "GET".equals(request.getMethod()) ? HttpStatus.OK : HttpStatus.CONFLICT;
        var other = otherOrganisation(form);
        var page = page(other.isPresent() ? "switched" : "kept", status).addObject("kept", form);
        other.ifPresent(organisation -> page.addObject("typedFor", name(organisation)));
        words.describe(page, form, request.getParameter("lost") != null, language);
        return page;
    }

    /** Back to the page it was typed on, which shows it again; see {@link RefilledPages}. */
    @PostMapping("/form")
    String back(HttpServletRequest request) {
        forms.fill(request, true);
        return "redirect:" + forms.find(request).map(KeptForm::page).orElse("/resume");
    }

    @PostMapping("/removal")
    String forget(HttpServletRequest request) {
        forms.forget(request);
        return "redirect:/resume";
    }

    /** @throws NotFound if the reader may not act any more for whom it was typed */
    @PostMapping("/organisation")
    String actForThatOne(HttpServletRequest request) {
        forms.find(request).map(KeptForm::organisation).ifPresent(callers::actFor);
        return "redirect:/resume";
    }

    private Optional<UUID> otherOrganisation(KeptForm form) {
        return Optional.ofNullable(form.organisation())
                .filter(organisation -> form.user() != null)
                .filter(organisation -> callers.find()
                        .map(Caller::actingFor)
                        .filter(organisation::equals)
                        .isEmpty());
    }

    private String name(UUID organisation) {
        return organisations.get(organisation).name();
    }

    private static ModelAndView page(String state, HttpStatus status) {
        return new ModelAndView("portal/resume", status).addObject("state", state);
    }
}
