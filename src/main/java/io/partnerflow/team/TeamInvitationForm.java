package io.partnerflow.team;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.Role;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form with which somebody is asked to join the team. */
@Component
class TeamInvitationForm implements FormHandler {

    private final TeamInvitations invitations;
    private final Team team;
    private final CurrentCaller callers;
    private final MessageSource messages;

    TeamInvitationForm(TeamInvitations invitations, Team team, CurrentCaller callers, MessageSource messages) {
        this.invitations = invitations;
        this.team = team;
        this.callers = callers;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "team-invitation";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var caller = callers.require();
        if (!team.mayInvite(caller)) {
            caller.mustBeAdministrator();
        }
        return Map.of("organisation", caller.acting().organisationName());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> new Option(
                                role.name(), messages.getMessage("team.role." + role, null, context.language())))
                        .toList());
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var email = (String) answers.get("email");
        try {
            invitations.invite(
                    callers.require(),
                    new TeamInvitations.Guest(email, (String) answers.get("name"), (String) answers.get("role")));
            return new Receipt(email, "/team", "team-invitation-form.sent");
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "email");
        }
    }
}
