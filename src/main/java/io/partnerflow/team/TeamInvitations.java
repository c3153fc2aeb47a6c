package io.partnerflow.team;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Passwords;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people come into a team: somebody asks them by mail, they accept; before that they may do nothing (HA-6). Who has
 * no password yet accepts by choosing one; who has one accepts after logging in.
 */
@ModuleService
public class TeamInvitations {

    private final InvitationRows rows;
    private final InvitationLinks links;
    private final Team team;
    private final TeamLetters letters;
    private final Users users;
    private final Passwords passwords;
    private final Organisations organisations;
    private final AuditTrail audit;

    TeamInvitations(
            InvitationRows rows,
            InvitationLinks links,
            Team team,
            TeamLetters letters,
            Users users,
            Passwords passwords,
            Organisations organisations,
            AuditTrail audit) {
        this.rows = rows;
        this.links = links;
        this.team = team;
        this.letters = letters;
        this.users = users;
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** Who is asked; fields as they were typed. */
    public record Guest(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role) {}

    /** The open ones of the organisation the caller acts for, latest first. */
    @Transactional(readOnly = true)
    public List<TeamInvitation> of(Caller caller) {
        team.requireInsight(caller);
        return rows.of(caller.actingFor());
    }

    /**
     * Asks somebody to act for the organisation the caller acts for.
     *
     * @return id of the invitation
     * @throws Forbidden if the caller may not invite
     * @throws Invalid with every bad field of {@code email}, {@code name}, {@code role}
     * @throws Conflict {@code already-in-team} or {@code already-invited}
     */
    public UUID invite(Caller caller, Guest guest) {
        requireMayInvite(caller);
        var problems = new Invalid.Collector();
        var email = Typed.email("email", guest.email(), problems);
        var name = Typed.line("name", guest.name(), 200, problems);
        var role = role(guest.role(), problems);
        problems.throwIfAny();
        var organisation = organisations.get(caller.actingFor());
        var user = users.invite(email, name, organisation.language());
        if (team.isMember(organisation.id(), user.id())) {
            throw new Conflict("already-in-team", email);
        }
        return opened(caller, user, name, role);
    }

    private UUID opened(Caller caller, Users.User user, String name, Role role) {
        if (rows.of(caller.actingFor()).stream().anyMatch(open -> open.user().equals(user.id()))) {
            throw new Conflict("already-invited", user.email());
        }
        var id = rows.open(caller.actingFor(), user.id(), name, role, caller.userId());
        audit.record("team-member-invited", caller.actingFor().toString(), "%s as %s".formatted(user.email(), role));
        write(id);
        return id;
    }

    /** Sends the letter once more; its link is a new one and good for as long as the first. */
    public void resend(Caller caller, UUID id) {
        requireMayInvite(caller);
        var invitation = own(caller, id);
        rows.again(invitation.id());
        write(id);
    }

    /** Takes the invitation back: its link works no more. */
    public void withdraw(Caller caller, UUID id) {
        requireMayInvite(caller);
        var invitation = own(caller, id);
        rows.close(invitation.id(), "WITHDRAWN");
        links.withdraw(id);
        audit.record("team-invitation-withdrawn", invitation.organisation().toString(), invitation.email());
    }

    /** Those the person can accept now. */
    @Transactional(readOnly = true)
    public List<TeamInvitation> to(UUID user) {
        return rows.to(user);
    }

    /** @throws NotFound if it is not open, too old, or somebody else's */
    public TeamInvitation accept(UUID user, UUID id) {
        var invitation = addressedTo(user, id);
        if (!rows.close(id, "ACCEPTED")) {
            throw missing(id);
        }
        links.withdraw(id);
        users.join(user, invitation.organisation(), invitation.role());
        audit.record(
                "team-invitation-accepted",
                invitation.organisation().toString(),
                "%s as %s".formatted(invitation.email(), invitation.role()));
        return invitation;
    }

    /** @throws NotFound as {@link #accept} */
    public TeamInvitation decline(UUID user, UUID id) {
        var invitation = addressedTo(user, id);
        rows.close(id, "DECLINED");
        links.withdraw(id);
        audit.record("team-invitation-declined", invitation.organisation().toString(), invitation.email());
        return invitation;
    }

    /**
     * What the link of a letter is about. Looking does not use it up.
     *
     * @throws NotFound if the link is unknown, used, withdrawn or too old
     */
    @Transactional(readOnly = true)
    public TeamInvitation look(String token) {
        return rows.find(links.look(token)).filter(open -> !open.expired()).orElseThrow(() -> missing("link"));
    }

    /** Whether the person has to log in to accept, since it has a password already. */
    @Transactional(readOnly = true)
    public boolean hasPassword(TeamInvitation invitation) {
        return users.get(invitation.user()).filter(user -> !user.invited()).isPresent();
    }

    /**
     * Who has no password yet chooses one and is in; the link is used up.
     *
     * @throws Invalid at {@code password} or {@code repeated}; the link stays good
     * @throws NotFound if the link cannot be used, or the person has a password already
     */
    public TeamInvitation join(String token, String password, String repeated) {
        var invitation = look(token);
        if (hasPassword(invitation)) {
            throw missing("link");
        }
        passwords.first(invitation.user(), password, repeated);
        return accept(invitation.user(), invitation.id());
    }

    private void requireMayInvite(Caller caller) {
        if (!team.mayInvite(caller)) {
            caller.mustBeAdministrator();
            throw new Forbidden("only-its-own-people");
        }
    }

    private void write(UUID id) {
        rows.find(id).ifPresent(invitation -> letters.invited(invitation, links.issue(id), hasPassword(invitation)));
    }

    private TeamInvitation own(Caller caller, UUID id) {
        return rows.find(id)
                .filter(invitation -> invitation.organisation().equals(caller.actingFor()))
                .orElseThrow(() -> missing(id));
    }

    private TeamInvitation addressedTo(UUID user, UUID id) {
        return rows.find(id)
                .filter(invitation -> invitation.user().equals(user) && !invitation.expired())
                .orElseThrow(() -> missing(id));
    }

    /** The organisation an open invitation is into; empty if there is none such. */
    @Transactional(readOnly = true)
    public Optional<TeamInvitation> find(UUID id) {
        return rows.find(id);
    }

    private static Role role(@Nullable String typed, Invalid.Collector problems) {
        try {
            return Role.valueOf(String.valueOf(typed));
        } catch (IllegalArgumentException unknown) {
            problems.reject("role", "role-unknown", typed, String.valueOf(typed), "VIEW, ORDER, BILLING, ADMIN");
            return Role.VIEW;
        }
    }

    private static NotFound missing(Object id) {
        return new NotFound("invitation", id);
    }
}
