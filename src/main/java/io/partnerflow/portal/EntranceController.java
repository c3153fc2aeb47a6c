package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.KeptForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way in: the start page, the log-in, the choice of the organisation to act for. */
@Controller
class EntranceController {

    private final CurrentCaller callers;
    private final KeptForms forms;

    EntranceController(CurrentCaller callers, KeptForms forms) {
        this.callers = callers;
        this.forms = forms;
    }

    @GetMapping("/")
    String start() {
        return callers.find()
                .map(caller -> "redirect:" + PortalPlaces.home(caller))
                .orElseGet(() -> callers.person().isPresent() ? "redirect:/invitations" : "portal/start");
    }

    @GetMapping("/login")
    ModelAndView login(HttpServletRequest request) {
        return new ModelAndView("portal/login")
                .addObject(
                        "kept",
                        forms.find(request).filter(form -> form.user() != null).isPresent());
    }

    /** Where somebody who guesses ends up, whatever was sent; see {@code access.PortalLoginFailure}. */
    @RequestMapping("/login/wait")
    ModelAndView wait(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return new ModelAndView("portal/login", HttpStatus.TOO_MANY_REQUESTS);
    }

    /**
     * Leads to the same place of the other organisation if it has one; what was open before may not be its own. What is
     * still open in other windows cannot be sent any more: it would be done for the other organisation.
     */
    @PostMapping("/organisation")
    String actFor(@RequestParam UUID organisation, @RequestParam(defaultValue = "") String from) {
        callers.actFor(organisation);
        return "redirect:" + PortalPlaces.same(callers.require(), from);
    }
}
