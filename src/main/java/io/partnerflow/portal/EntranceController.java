package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
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

    EntranceController(CurrentCaller callers) {
        this.callers = callers;
    }

    @GetMapping("/")
    String start() {
        return callers.find().isPresent() ? "redirect:/customers" : "portal/start";
    }

    @GetMapping("/login")
    String login() {
        return "portal/login";
    }

    /** Where somebody who guesses ends up, whatever was sent; see {@code access.PortalLoginFailure}. */
    @RequestMapping("/login/wait")
    ModelAndView wait(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return new ModelAndView("portal/login", HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Leads to the list of customers: what was open before may not be the other organisation's. */
    @PostMapping("/organisation")
    String actFor(@RequestParam UUID organisation) {
        callers.actFor(organisation);
        return "redirect:/customers";
    }
}
