package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.Role;
import io.partnerflow.shared.NotFound;
import io.partnerflow.team.Team;
import io.partnerflow.team.TeamInvitation;
import io.partnerflow.team.TeamInvitations;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of the organisation: who they are, what each may do, who is asked to join. */
@Controller
@RequestMapping("/team")
class TeamPages {

    private static final String BACK = "redirect:/team";

    private final Team team;
    private final TeamInvitations invitations;
    private final CurrentCaller callers;
    private final MessageSource messages;

    TeamPages(Team team, TeamInvitations invitations, CurrentCaller callers, MessageSource messages) {
        this.team = team;
        this.invitations = invitations;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    String people(Model model) {
        var caller = callers.require();
        model.addAttribute("people", team.of(caller));
        model.addAttribute("invitations", invitations.of(caller));
        model.addAttribute("organisation", caller.acting().organisationName());
        model.addAttribute("me", caller.userId());
        model.addAttribute("mayInvite", team.mayInvite(caller));
        model.addAttribute(
                "mayChange", caller.via().isEmpty() && caller.acting().role() == Role.ADMIN);
        model.addAttribute("mayLeave", caller.via().isEmpty());
        model.addAttribute("roles", Role.values());
        return "portal/team";
    }

    @PostMapping("/{user}/role")
    String changeRole(@PathVariable UUID user, @RequestParam Role role, RedirectAttributes next, Locale language) {
        var caller = callers.require();
        var name = nameOf(caller, user);
        team.changeRole(caller, user, role);
        return said(next, language, "portal.team.changed", name, text("team.role." + role, language));
    }

    @PostMapping("/{user}/removal")
    String remove(@PathVariable UUID user, RedirectAttributes next, Locale language) {
        var caller = callers.require();
        var name = nameOf(caller, user);
        team.remove(caller, user);
        if (!user.equals(caller.userId())) {
            return said(next, language, "portal.team.removed", name);
        }
        said(next, language, "portal.team.left", caller.acting().organisationName());
        callers.actForTheFirst();
        return "redirect:/";
    }

    @PostMapping("/invitations/{id}/resending")
    String resend(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var invitation = invitation(id);
        invitations.resend(callers.require(), id);
        return said(next, language, "portal.team.resent", invitation.email());
    }

    @PostMapping("/invitations/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var invitation = invitation(id);
        invitations.withdraw(callers.require(), id);
        return said(next, language, "portal.team.withdrawn", invitation.email());
    }

    private TeamInvitation invitation(UUID id) {
        return invitations.of(callers.require()).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("invitation", id));
    }

    private String nameOf(Caller caller, UUID user) {
        return team.of(caller).stream()
                .filter(person -> person.user().equals(user))
                .findFirst()
                .orElseThrow(() -> new NotFound("user", user))
                .name();
    }

    private String said(RedirectAttributes next, Locale language, String key, Object... args) {
        next.addFlashAttribute("flash", new Shell.Flash("good", text(key, language, args)));
        return BACK;
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
