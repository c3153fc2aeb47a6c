package io.partnerflow.team;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.NotFound;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to an organisation and in which role (H-07 to H-10, H-13, HA-7). There is always an administrator. */
@ModuleService
public class Team {

    private final Users users;
    private final TeamLetters letters;
    private final AuditTrail audit;
    private final JdbcClient database;

    Team(Users users, TeamLetters letters, AuditTrail audit, JdbcClient database) {
        this.users = users;
        this.letters = letters;
        this.audit = audit;
        this.database = database;
    }

    /**
     * The people of the organisation the caller acts for, by name.
     *
     * @throws Forbidden if it acts for it through a link that does not let it administer
     */
    @Transactional(readOnly = true)
    public List<TeamMember> of(Caller caller) {
        requireInsight(caller);
        return database.sql("""
                        SELECT u.id, u.name, u.email, u.status, m.role, m.since FROM membership m
                        JOIN user_account u ON u.id = m.user_id
                        WHERE m.organisation_id = ? ORDER BY u.name, u.email""")
                .param(caller.actingFor())
                .query((row, number) -> new TeamMember(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        !"INVITED".equals(row.getString("status"))))
                .list();
    }

    /** Whether the caller may invite: an administrator, or through a link as long as the organisation has nobody yet. */
    @Transactional(readOnly = true)
    public boolean mayInvite(Caller caller) {
        return caller.acting().role() == Role.ADMIN && (caller.via().isEmpty() || !users.anyIn(caller.actingFor()));
    }

    /**
     * Gives somebody another role, from its next click on.
     *
     * @throws Forbidden if the caller is no administrator of its own
     * @throws NotFound if the person does not belong to the organisation
     * @throws Conflict {@code last-administrator}
     */
    public void changeRole(Caller caller, UUID user, Role role) {
        var organisation = caller.mustBeAdministrator().actingFor();
        lock(organisation);
        var before = roleOf(organisation, user);
        if (before != role) {
            if (before == Role.ADMIN) {
                requireAnotherAdministrator(organisation, user);
            }
            users.join(user, organisation, role);
            audit.record("role-changed", user.toString(), "%s to %s in %s".formatted(before, role, organisation));
        }
    }

    /**
     * Takes somebody out, from its next click on. Everybody may leave; others are an administrator's matter.
     *
     * @throws Forbidden if the caller is neither
     * @throws NotFound if the person does not belong to the organisation
     * @throws Conflict {@code last-administrator}
     */
    public void remove(Caller caller, UUID user) {
        if (!caller.userId().equals(user) || caller.via().isPresent()) {
            caller.mustBeAdministrator();
        }
        var organisation = caller.actingFor();
        lock(organisation);
        if (roleOf(organisation, user) == Role.ADMIN) {
            requireAnotherAdministrator(organisation, user);
        }
        users.leave(user, organisation);
        users.get(user)
                .ifPresent(person -> letters.removed(person, caller.acting().organisationName(), organisation));
    }

    void requireInsight(Caller caller) {
        if (caller.via().isPresent() && caller.acting().role() != Role.ADMIN) {
            throw new Forbidden("only-its-own-people");
        }
    }

    boolean isMember(UUID organisation, UUID user) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM membership WHERE organisation_id = ? AND user_id = ?)")
                .params(organisation, user)
                .query(Boolean.class)
                .single();
    }

    /** Two administrators who take each other out come one after the other, and one of them stays. */
    private void lock(UUID organisation) {
        database.sql("SELECT 1 FROM organisation WHERE id = ? FOR UPDATE")
                .param(organisation)
                .query(Integer.class)
                .optional();
    }

    private Role roleOf(UUID organisation, UUID user) {
        return database.sql("SELECT role FROM membership WHERE organisation_id = ? AND user_id = ?")
                .params(organisation, user)
                .query(String.class)
                .optional()
                .map(Role::valueOf)
                .orElseThrow(() -> new NotFound("user", user));
    }

    private void requireAnotherAdministrator(UUID organisation, UUID user) {
        if (users.of(organisation, Role.ADMIN).stream()
                .allMatch(other -> other.id().equals(user))) {
            throw new Conflict("last-administrator");
        }
    }
}
