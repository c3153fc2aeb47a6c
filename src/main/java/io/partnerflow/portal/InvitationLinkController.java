package io.partnerflow.portal;

import io.partnerflow.access.PasswordRules;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.team.TeamInvitations;
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

/** What the link in the letter of an invitation leads to. Who has no password yet accepts by choosing one. */
@Controller
@RequestMapping("/link/invitation/{secret}")
class InvitationLinkController {

    private final TeamInvitations invitations;
    private final MessageSource messages;
    private final Looks looks;

    InvitationLinkController(TeamInvitations invitations, MessageSource messages, Looks looks) {
        this.invitations = invitations;
        this.messages = messages;
        this.looks = looks;
    }

    @GetMapping
    ModelAndView look(@PathVariable String secret) {
        try {
            return page(secret, Map.of(), HttpStatus.OK);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    @PostMapping
    ModelAndView join(
            @PathVariable String secret,
            @RequestParam String password,
            @RequestParam String repeated,
            Locale language) {
        try {
            invitations.join(secret, password, repeated);
            return new ModelAndView("redirect:/login?changed");
        } catch (Invalid invalid) {
            return page(secret, sentences(invalid, language), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    private ModelAndView page(String secret, Map<String, String> problems, HttpStatus status) {
        var invitation = invitations.look(secret);
        var page = new ModelAndView("portal/team-invitation", status);
        page.addObject("invitation", invitation);
        page.addObject("look", looks.ofCustomer(invitation.organisation()));
        page.addObject("known", invitations.hasPassword(invitation));
        page.addObject("problems", problems);
        page.addObject("shortest", PasswordRules.SHORTEST);
        return page;
    }

    private static ModelAndView unusable() {
        return new ModelAndView("portal/team-invitation-unusable", HttpStatus.NOT_FOUND);
    }

    private Map<String, String> sentences(Invalid invalid, Locale language) {
        var sentences = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> sentences.put(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return sentences;
    }
}
