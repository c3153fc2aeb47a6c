package io.partnerflow.portal;

import io.partnerflow.access.PasswordRules;
import io.partnerflow.access.Passwords;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.VisitSettings;
import io.partnerflow.web.Visits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people choose a password: by the link of an invitation, or by one they ask for here. */
@Controller
@RequestMapping("/password")
class PasswordController {

    private final Passwords passwords;
    private final Visits visits;
    private final VisitSettings settings;
    private final MessageSource messages;

    PasswordController(Passwords passwords, Visits visits, VisitSettings settings, MessageSource messages) {
        this.passwords = passwords;
        this.visits = visits;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return "portal/password-forgotten";
    }

    /** The same answer whether or not there is such a user. */
    @PostMapping("/forgotten")
    String send(@RequestParam String email) {
        visits.admit("password-mail", settings.passwordMailsPerDay());
        passwords.forgotten(email);
        return "redirect:/password/forgotten?sent";
    }

    @GetMapping("/{token}")
    ModelAndView choose(@PathVariable String token) {
        try {
            return page(token, Map.of(), HttpStatus.OK);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    @PostMapping("/{token}")
    ModelAndView set(
            @PathVariable String token, @RequestParam String password, @RequestParam String repeated, Locale language) {
        try {
            passwords.set(token, password, repeated);
            return new ModelAndView("redirect:/login?changed");
        } catch (Invalid invalid) {
            return page(token, sentences(invalid, language), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    private ModelAndView page(String token, Map<String, String> problems, HttpStatus status) {
        var page = new ModelAndView("portal/password-choose", status);
        page.addObject("user", passwords.whose(token));
        page.addObject("problems", problems);
        page.addObject("shortest", PasswordRules.SHORTEST);
        return page;
    }

    private static ModelAndView unusable() {
        return new ModelAndView("portal/password-unusable", HttpStatus.NOT_FOUND);
    }

    private Map<String, String> sentences(Invalid invalid, Locale language) {
        var sentences = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> sentences.put(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return sentences;
    }
}
