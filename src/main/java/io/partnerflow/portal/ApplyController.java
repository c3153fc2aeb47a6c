package io.partnerflow.portal;

import io.partnerflow.intake.FormContext;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.VisitSettings;
import io.partnerflow.web.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organisation applies to become a reseller; no log-in. */
@Controller
@RequestMapping("/apply")
class ApplyController {

    private static final String FORM = "reseller-application";

    private final FormPages pages;
    private final Visits visits;
    private final VisitSettings settings;

    ApplyController(FormPages pages, Visits visits, VisitSettings settings) {
        this.pages = pages;
        this.visits = visits;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView open(Locale language) {
        return pages.open(FORM, FormContext.anybody("", language));
    }

    @PostMapping
    ModelAndView send(Locale language, HttpServletRequest request, RedirectAttributes next) {
        visits.admit(FORM, settings.applicationsPerDay());
        return pages.post(FORM, FormContext.anybody("", language), request, next);
    }

    /** Says thank you and the number; who has only the number sees no more. */
    @GetMapping("/{number}")
    ModelAndView thanks(@PathVariable String number) {
        if (!number.matches("RA-\\d{4}-\\d{6,9}")) {
            throw new NotFound("reseller-application", number);
        }
        var page = new ModelAndView("portal/onboarding-thanks", "number", number);
        page.addObject("flash", null); // the page says the same
        return page;
    }
}
