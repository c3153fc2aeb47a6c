package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.team.TeamInvitations;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations that want the person to act for them; whoever has a log-in answers here. */
@Controller
@RequestMapping("/invitations")
class MyInvitationPages {

    private final TeamInvitations invitations;
    private final CurrentCaller callers;
    private final MessageSource messages;

    MyInvitationPages(TeamInvitations invitations, CurrentCaller callers, MessageSource messages) {
        this.invitations = invitations;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    String mine(Model model) {
        model.addAttribute("invitations", invitations.to(me()));
        return "portal/team-my-invitations";
    }

    @PostMapping("/{id}/acceptance")
    String accept(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var invitation = invitations.accept(me(), id);
        callers.actFor(invitation.organisation());
        return said(next, language, "portal.invitations.accepted", invitation.organisationName(), "redirect:/");
    }

    @PostMapping("/{id}/refusal")
    String decline(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var invitation = invitations.decline(me(), id);
        return said(
                next, language, "portal.invitations.declined", invitation.organisationName(), "redirect:/invitations");
    }

    private UUID me() {
        return callers.person()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("log in first"))
                .id();
    }

    private String said(RedirectAttributes next, Locale language, String key, String organisation, String page) {
        var sentence = messages.getMessage(key, new Object[] {organisation}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", sentence));
        return page;
    }
}
